import type { Case } from '../../kernel/index.ts';
import { type Course, nextMove } from './facts.ts';

/**
 * An account is past due. The law says what is lacking before water may be shut off, and lies in wait at every act;
 * the office does what is lacking, one thing after the other, and looks anew whenever something is heard.
 */
export async function delinquency(c: Case): Promise<void> {
  for (;;) {
    const course = await c.step('course', nextMove, {});
    const move = moves[course.move];
    if (!move) throw new Error(`nobody knows how to ${course.move}`);
    await move(c, course);
  }
}

const paper = { who: 'customer', by: 'letter' } as const;

const moves: Readonly<Record<string, (c: Case, course: Course) => Promise<unknown>>> = {
  /** Until the day comes, or something is heard of the customer. */
  async wait(c, { at, heard }) {
    await c.waitFor('next', 'anything', at ? { at } : null, { after: heard });
  },

  async contact(c, { path, occupantToo }) {
    c.stage('notices');
    if (path === 'residential') return await contactHousehold(c, occupantToo);
    c.write('irrigation-notice', {}, paper);
    await c.flush();
  },

  async visit(c) {
    c.write('visit-notice', {}, { who: 'occupant' });
    await c.request('visit', {});
  },

  async 'tell-tenants'(c) {
    c.write('tenant-notice', {}, { who: 'occupant' });
    await c.flush();
  },

  async 'mail-notice'(c) {
    c.write('ten-day-notice', {}, paper);
    await c.flush();
  },

  async 'tell-landowner'(c) {
    c.write('landowner-notice', {}, { who: 'party', party: 'landowner' });
    await c.flush();
  },

  async 'review-appeal'(c) {
    c.stage('barred');
    await c.request('appeal-review', {});
  },

  async 'offer-arrangement'(c) {
    c.stage('barred');
    await c.request('offer-arrangement', {});
  },

  async 'tell-cure'(c) {
    c.write('cure-notice', {}, paper);
    await c.flush();
  },

  async 'post-final-notice'(c) {
    c.write('final-notice', {}, { who: 'occupant' });
    await c.request('post-final-notice', {});
  },

  /** An adult by telephone or in person; nobody reached: a notice at the door. */
  async 'last-word'(c) {
    c.stage('last-word');
    const word = await c.request<{ reached: boolean }>('final-contact', {});
    if (!word.granted || word.outcome.reached) return;
    c.write('door-notice', {}, { who: 'occupant' });
    await c.request('post-notice', {});
  },

  'refuse-water': (c) => c.request('refuse-water', {}),
  'look-at-fields': (c) => c.request('field-check', {}),

  /**
   * Two persons approve, accounting gives its word of this morning, and the law says whether there is an order. Where it
   * says no, because the office has closed meanwhile, the approvals stand for the next morning.
   */
  async order(c, { facts, approvals }) {
    c.stage('order');
    for (let had = approvals; had < 2; had += 1) {
      const review = await c.request<{ approved: boolean }>('order-review', facts);
      if (!review.granted || !review.outcome.approved) return;
    }
    const money = await c.request('confirm-payments', {});
    if (money.granted) await c.request('shut-off', facts);
  },

  async 'tell-how-to-restore'(c) {
    c.stage('shut-off');
    c.write('shut-off-notice', {}, paper);
    await c.flush();
  },

  /** By the end of the next business day; after a wrongful shut-off today, and without a fee. */
  reconnect: (c, { facts }) => c.request('reconnect', facts),
  'make-good': (c) => c.resolve('wrongful', { letter: 'apology' }),

  async 'tie-out'(c, { facts }) {
    c.stage('lien');
    await c.request('tie-out', facts);
  },

  async 'tell-of-lien'(c) {
    c.write('lien-notice', {}, { who: 'party', party: 'landowner' });
    await c.flush();
  },

  'resolve-lien': (c, { facts }) => c.request('board-resolution', facts),
  'list-lien': (c, { facts }) => c.request('list-lien', facts),
  'release-lien': (c, { facts }) => c.request('release-lien', facts),
  'give-up': (c, { outcome }) => c.resolve(outcome ?? 'shut-off', { letter: null }),
};

/** In writing, to "Occupant" too where bills go elsewhere, and by telephone. */
async function contactHousehold(c: Case, occupantToo: boolean): Promise<void> {
  c.write('written-notice', {}, paper);
  if (occupantToo) c.write('occupant-notice', {}, { who: 'occupant' });
  await c.request('phone-contact', {});
}
