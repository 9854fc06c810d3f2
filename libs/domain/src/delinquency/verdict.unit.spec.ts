import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, instantOf, millis } from '../time/index.ts';
import { type ShutOffFacts, services, shutOffVerdict } from './index.ts';
import { lawfulDwelling } from './shut-off.fixture.ts';

const start = millis('2026-11-01T08:00:00Z');
const someDay = fc.nat(420).map((days) => addDays('2026-11-01', days));
const someMoment = fc.nat(420 * 24 * 60).map((minutes) => instantOf(start + minutes * 60_000));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const seldom = fc.integer({ min: 0, max: 9 }).map((n) => n === 0);

const someFacts: fc.Arbitrary<ShutOffFacts> = fc.record({
  service: fc.constantFrom(...services),
  dwelling: maybe(fc.constantFrom('yes', 'no', 'unknown')),
  billMailedOn: fc.nat(60).map((days) => addDays('2026-10-01', days)),
  dueOn: fc.nat(200).map((days) => addDays('2026-11-01', days)),
  balance: fc.constantFrom('10.00', '10.00', '10.00', '0.00'),
  contacts: fc.array(
    fc.record({ kind: fc.constantFrom('phone', 'written'), at: someMoment, reached: maybe(fc.boolean()) }),
    { minLength: 1, maxLength: 3 },
  ),
  noticeMailedAt: maybe(someMoment),
  finalContacts: maybe(
    fc.array(fc.record({ kind: fc.constantFrom('adult', 'posted'), at: someMoment }), { maxLength: 3 }),
  ),
  appealPending: seldom,
  disputePending: seldom,
  languagesComplete: seldom.map((missing) => !missing),
  extensionUntil: maybe(someDay),
  paymentsThrough: fc.option(someMoment, { nil: undefined, freq: 1 }),
  stay: fc.option(fc.record({ kind: fc.constant('bankruptcy'), until: someDay }), { nil: undefined, freq: 1 }),
  medical: maybe(fc.record({ certificate: fc.boolean(), unableToPay: fc.boolean(), willingToArrange: seldom })),
  arrangement: maybe(
    fc.record({ state: fc.constant('broken' as const), brokenSince: someDay, finalPostedAt: someMoment }),
  ),
});

describe('the verdict on a shut-off', () => {
  it('agrees with itself: allowed, no rule unmet, and earliest now are one', () => {
    fc.assert(
      fc.property(someFacts, someMoment, (facts, at) => {
        const { allowed, unmet, earliest, looked } = shutOffVerdict(facts, at);
        expect(unmet.length === 0).toBe(allowed);
        expect(earliest === at).toBe(allowed);
        expect(looked.filter((each) => !each.holds)).toHaveLength(unmet.length);
      }),
      { numRuns: 500 },
    );
  });

  it('names as earliest an instant that is lawful, and a millisecond before which it is not', () => {
    let named = 0;
    fc.assert(
      fc.property(someFacts, someMoment, (facts, at) => {
        const { earliest } = shutOffVerdict(facts, at);
        if (earliest === null) return;
        named += 1;
        expect(shutOffVerdict(facts, earliest)).toMatchObject({ allowed: true, earliest });
        if (earliest === at) return;
        expect(millis(earliest)).toBeGreaterThan(millis(at));
        expect(shutOffVerdict(facts, instantOf(millis(earliest) - 1)).allowed).toBe(false);
      }),
      { numRuns: 1500 },
    );
    expect(named).toBeGreaterThan(100);
  });

  it('passes over no lawful instant on the way to the earliest', () => {
    fc.assert(
      fc.property(someFacts, someMoment, fc.double({ min: 0, max: 1, noNaN: true }), (facts, at, part) => {
        const { earliest } = shutOffVerdict(facts, at);
        const end = earliest === null ? millis(at) + 500 * 86_400_000 : millis(earliest);
        const between = instantOf(Math.floor(millis(at) + part * (end - millis(at))));
        if (between === earliest) return;
        expect(shutOffVerdict(facts, between).allowed).toBe(false);
      }),
      { numRuns: 1500 },
    );
  });

  it('is quick: well under five milliseconds', () => {
    const begun = performance.now();
    for (let run = 0; run < 200; run += 1)
      shutOffVerdict({ ...lawfulDwelling, dueOn: '2028-07-01' }, '2027-05-29T10:00:00Z');
    expect((performance.now() - begun) / 200).toBeLessThan(5);
  });
});
