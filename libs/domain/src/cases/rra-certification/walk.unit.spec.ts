import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CaseDefinition } from '../../case/index.ts';
import { addDays } from '../../time/index.ts';
import { rraCertification } from './definition.ts';
import { RraCase } from './law.steps.ts';
import { acts, attempt, everything, Oracle } from './walk.steps.ts';

const step = fc.record({ act: fc.nat(acts.length - 1), days: fc.constantFrom(0, 0, 1, 3, 10, 31) });
type Steps = readonly { readonly act: number; readonly days: number }[];

/** Lives a case through the steps, and says what of its record must never be. */
function faultsOf(
  steps: Steps,
  figures: { done: number; accepted: number } | null,
  law: CaseDefinition = rraCertification,
): readonly string[] {
  const c = new RraCase(everything, '2027-01-04', law);
  const oracle = new Oracle();
  let read = 0;
  let on = '2027-01-04';
  const look = () => {
    oracle.read(c.events.slice(read), c.held);
    read = c.events.length;
  };
  for (const { act, days } of steps) {
    on = addDays(on, days);
    if (on > '2027-12-20') break;
    c.passTo(addDays(on, -1));
    look();
    const done = attempt(acts[act] ?? (() => undefined), c, on);
    look();
    if (figures && done) figures.done += 1;
  }
  if (figures) figures.accepted += c.all('form-accepted').length;
  return oracle.faults;
}

const walks = fc.array(step, { minLength: 20, maxLength: 60 });

describe('no water to land that may take none', () => {
  it('whoever does whatever on whichever day: every hold stands and no lock is opened too early (A5, A6, A20, A21, A31, F16, F18)', () => {
    const figures = { done: 0, accepted: 0 };
    fc.assert(
      fc.property(walks, (walk) => {
        expect(faultsOf(walk, figures)).toEqual([]);
      }),
      { numRuns: Number(process.env.HEADGATE_RRA_WALKS ?? 40), endOnFailure: true },
    );
    expect(figures.done).toBeGreaterThan(100);
    expect(figures.accepted).toBeGreaterThan(0);
  }, 600_000);

  it.each(['completeness-check', 'unlock-turnouts'])(
    'a gate left open at %s is found',
    (gate) => {
      const { [gate]: _open, ...gates } = rraCertification.gates ?? {};
      const law = { ...rraCertification, gates };
      const found = fc.check(
        fc.property(walks, (walk) => faultsOf(walk, null, law).length === 0),
        { numRuns: 200, endOnFailure: true },
      );
      expect(found.failed).toBe(true);
    },
    600_000,
  );
});
