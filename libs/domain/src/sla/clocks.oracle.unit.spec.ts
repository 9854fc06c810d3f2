import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differences } from './oracle/differences.ts';
import { anyScenario } from './oracle/random-scenario.ts';

const histories = Number(process.env.HEADGATE_HISTORIES ?? 2_000);
const seed = Number(process.env.HEADGATE_SEED ?? Date.now() % 2 ** 31);

describe('The clocks against a walk minute by minute', () => {
  it(`agree on ${histories} random histories over both changes of the clocks in four zones`, () => {
    process.stdout.write(`clock histories: ${histories}, seed ${seed}\n`);
    let compared = 0;
    const agree = fc.property(anyScenario, (scenario) => {
      const found = differences(scenario);
      fc.pre(found !== 'undecided');
      compared += 1;
      expect(found).toEqual([]);
    });
    fc.assert(agree, { numRuns: histories, seed });
    process.stdout.write(`clock histories compared: ${compared}, differences: 0\n`);
    expect(compared).toBe(histories);
  }, 7_200_000);
});
