import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { NewEvent } from '../../case/index.ts';
import { instantOf, millis } from '../../time/index.ts';
import { ApplicationCase, staff } from './law.steps.ts';
import { disturbances, faultsIn, forward, settleNow, tasks, tried } from './walk.steps.ts';

const hourMs = 3_600_000;

/** One step of a walk: mostly the plain way on, else anybody's act, or time. */
const step = fc.oneof(
  { weight: 8, arbitrary: fc.constant({ go: 'forward', ending: 'done' } as const) },
  { weight: 1, arbitrary: fc.constant({ go: 'forward', ending: 'stopped' } as const) },
  { weight: 2, arbitrary: fc.record({ go: fc.constant('hear' as const), which: fc.nat(10), amount: fc.nat(700_000) }) },
  { weight: 2, arbitrary: fc.record({ go: fc.constant('work' as const), which: fc.nat(10) }) },
  {
    weight: 1,
    arbitrary: fc.record({ go: fc.constant('wait' as const), hours: fc.constantFrom(1, 24, 72, 800, 2_300) }),
  },
  { weight: 1, arbitrary: fc.constant({ go: 'settle' } as const) },
  { weight: 1, arbitrary: fc.constant({ go: 'cancel' } as const) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function take(c: ApplicationCase, each: Step, at: number): void {
  switch (each.go) {
    case 'forward':
      return void tried(() => forward(c, `R${at}`, each.ending));
    case 'hear': {
      const amount = (each.amount / 100).toFixed(2);
      const [kind, data] = disturbances(amount, c.application.receipts.at(-1)?.reference ?? 'R')[each.which] ?? [
        'accepted',
        {},
      ];
      return void tried(() => c.hear(kind, data));
    }
    case 'work': {
      const [kind, outcome] = tasks[each.which] ?? ['permit', {}];
      return void tried(() => c.work(kind, outcome, { accountNumber: '100005' }));
    }
    case 'wait':
      c.at(instantOf(millis(c.now) + each.hours * hourMs));
      return void tried(() => c.tick());
    case 'settle':
      return void tried(() => settleNow(c));
    case 'cancel':
      return void tried(() => c.do({ kind: 'cancel', reason: 'r' }, staff('supervisor')));
    default:
      return each satisfies never;
  }
}

describe('D17, D19: whatever happens, in whatever order', () => {
  it('nobody digs unpaid or unpermitted, nothing is taken beyond what was agreed, and every cent is accounted for', () => {
    const reached = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 70 }), (steps) => {
        const c = new ApplicationCase();
        for (const [at, each] of steps.entries()) take(c, each, at);
        for (const { type } of c.events) reached.set(type, (reached.get(type) ?? 0) + 1);
        expect(faultsIn(c.events)).toEqual([]);
      }),
      { numRuns: 400, seed: 20_270_401 },
    );
    const deep = [
      'installation-visited',
      'meter-placed',
      'account-activated',
      'refund-paid',
      'deposit-returned',
      'work-stopped',
      'acceptance-refused',
      'case-resolved',
      'case-cancelled',
    ];
    expect(deep.filter((type) => !reached.has(type))).toEqual([]);
  }, 120_000);

  it('finds each fault that is planted', () => {
    const plain = () => {
      const c = new ApplicationCase();
      for (let at = 0; at < 40 && c.state.status === 'open'; at += 1) forward(c, `R${at}`);
      return c.events;
    };
    const without = (...types: string[]) => faultsIn(plain().filter(({ type }) => !types.includes(type)));
    const amount = (type: string, to: string) =>
      faultsIn(
        plain().map((event) =>
          event.type === type ? ({ ...event, data: { ...event.data, amount: to } } as NewEvent) : event,
        ),
      );
    expect(faultsIn(plain())).toEqual([]);
    expect(without('permit-given')).toContain('a crew digs without a permit');
    expect(without('appointment-made')).toContain('a crew digs before its appointment');
    expect(without('estimate-accepted')).toContain('more is taken than was agreed');
    expect(without('deposit-received')).toContain('a crew digs before everything is paid');
    expect(amount('deposit-received', '5908.01')).toContain('more is taken than was agreed');
    expect(without('costs-reconciled')).toContain('a case is closed over the applicant’s money');
  });
});
