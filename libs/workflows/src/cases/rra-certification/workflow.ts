import type { Case } from '../../kernel/index.ts';
import { type Course, dutyFound, type Line, nextMove } from './facts.ts';

/**
 * The forms of one landholder for one year under the Reclamation Reform Act. First whether any is due at all; then
 * paper, water, money and excess land go on side by side. What is held and what is free the law says at every act.
 */
export async function rraCertification(c: Case): Promise<void> {
  c.stage('duty');
  const duty = await c.step('duty', dutyFound, {});
  if (!duty.mustFile) return await c.resolve('not-required');

  c.stage('forms');
  await c.all(
    () => line(c, 'paper'),
    () => line(c, 'water'),
    ...(isNone(duty.fullCostAcres) && isNone(duty.ineligibleAcres) ? [] : [() => line(c, 'money')]),
    ...(isNone(duty.ineligibleAcres) ? [] : [() => line(c, 'excess')]),
  );
}

/** One line of the work: what is lacking is done, one thing after the other, until nothing of the case is open. */
async function line(c: Case, name: Line): Promise<void> {
  await c.branch(name, async (branch) => {
    for (;;) {
      const course = await branch.step('course', nextMove, { line: name, listensTo: listens[name] });
      const move = moves[course.move];
      if (!move) throw new Error(`nobody knows how to ${course.move}`);
      await move(branch, course, name);
    }
  });
}

/** What ends the waits of a line. */
const listens: Readonly<Record<Line, readonly string[]>> = {
  paper: ['form-received', 'land-changed', 'correction-requested', 'first-delivery', 'legal-hold', 'legal-hold-ended'],
  water: ['first-delivery', 'water-delivered', 'hold-changed'],
  money: ['form-accepted', 'full-cost-paid', 'water-delivered'],
  excess: ['form-returned', 'form-accepted', 'designation-notice', 'designation'],
};

const moves: Readonly<Record<string, (c: Case, course: Course, line: Line) => Promise<unknown>>> = {
  /** Until the day comes, or something of the line is heard. */
  async wait(c, { at, heard }, name) {
    await c.waitFor('next', listens[name], at ? { at } : null, { after: heard });
  },

  async mail(c) {
    c.write('mailing');
    await c.flush();
  },

  async remind(c) {
    c.write('reminder');
    await c.flush();
  },

  /** The scan beside its checklist: accepted by a specialist II or III, or returned with all that is missing. */
  check: (c, { facts }) => c.request('completeness-check', facts),

  async 'tell-and-lock'(c, { facts }) {
    c.write('hold', facts);
    await lock(c, facts);
  },

  lock: (c, { facts }) => lock(c, facts),

  unlock: (c, { facts }) => c.request('unlock-turnouts', facts),

  async invoice(c, { facts }) {
    c.stage('full-cost');
    await c.request('full-cost-invoice', facts);
  },

  compensate: (c, { facts }) => c.request('compensation-charge', facts),

  async report(c, { facts }) {
    c.stage('excess');
    await c.request('report-excess', facts);
  },

  designate: (c, { facts }) => c.request('district-designation', facts),
  'designate-by-contract': (c, { facts }) => c.request('contract-designation', facts),

  end: (c, { outcome }) => c.resolve(outcome ?? 'accepted', { letter: outcome === 'accepted' ? null : 'decision' }),
};

async function lock(c: Case, facts: Course['facts']): Promise<void> {
  c.stage('locked');
  await c.request('lock-turnouts', facts);
}

const isNone = (acres: string): boolean => Number(acres) === 0;
