import { describe, expect, it } from '@jest/globals';
import {
  orderRules,
  otherRules,
  residentialRules,
  type Statute,
  shutOffRules,
  statute,
} from '../../delinquency/index.ts';
import { Walk } from './model/walk.ts';

const steps = Number(process.env.HEADGATE_MODEL_STEPS ?? 8_000);
const seed = Number(process.env.HEADGATE_MODEL_SEED ?? Date.now() % 1_000_000_000);

/** Rules that tell which law applies; they never refuse. */
const tellsOnly = ['scope-is-by-use', 'no-statutory-wait'];
const rules = [
  ...new Set([...residentialRules, ...otherRules, ...Object.values(orderRules).flat()].map(({ name }) => name)),
];

function without(name: string): Statute {
  const { issue, claim, 'carry-out': carryOut } = statute.ofOrder;
  const rest = <T extends { readonly name: string }>(of: readonly T[]) => of.filter((rule) => rule.name !== name);
  return {
    ofAccount: (facts) => rest(shutOffRules(facts)),
    ofOrder: { issue: rest(issue), claim: rest(claim), 'carry-out': rest(carryOut) },
  };
}

/** Whether going straight for an order under a law with a hole comes to an unlawful act. */
function isFound(law: Statute): boolean {
  return new Walk(1, { statute: law }).approach(2_000).violations.length > 0;
}

describe('an unlawful shut-off', () => {
  it(`is never ordered, claimed or carried out in ${steps} random steps (rules B4–B20, F1–F14)`, () => {
    const figures = new Walk(seed).run(steps);
    const { violations, ...counted } = figures;
    console.info(`shut-off model: seed ${seed}`, counted);
    expect(violations.slice(0, 1)).toEqual([]);
    expect(figures.stuck).toEqual([]);
    expect(figures.issued).toBeGreaterThan(steps / 1_000);
    expect(figures.carriedOut).toBeGreaterThan(0);
  }, 3_600_000);

  it('is never reached straight away either, with one thing wrong each time', () => {
    const figures = new Walk(seed).approach(300);
    expect(figures.violations.slice(0, 1)).toEqual([]);
    expect(figures.carriedOut).toBeGreaterThan(0);
  }, 600_000);

  it.each(rules.filter((name) => !tellsOnly.includes(name)))(
    'is found when the gate %s is left open',
    (name) => {
      expect(isFound(without(name))).toBe(true);
    },
    600_000,
  );

  it('is found when a dwelling is collected under the law of irrigation (rule F4)', () => {
    const wrongPath: Statute = { ...statute, ofAccount: () => otherRules };
    expect(isFound(wrongPath)).toBe(true);
  }, 600_000);
});
