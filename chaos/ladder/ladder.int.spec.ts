import { expect, it } from '@jest/globals';
import { killedRounds } from './rounds.ts';
import { openStack } from './stack.ts';

const seed = Number(process.env.HEADGATE_SEED ?? Date.now() % 2 ** 31);
const rounds = 5;

it(`no step of a ladder is lost or doubled while the worker is killed ${rounds} times at random`, async () => {
  process.stdout.write(`ladder under kill -9: ${rounds} rounds, seed ${seed}\n`);
  const stack = await openStack();
  try {
    const { faults, steps } = await killedRounds(stack, { rounds, seed, longestLifeMs: 4_000 });
    expect(faults).toEqual([]);
    expect(steps).toBe(100);
  } finally {
    await stack.close();
  }
}, 240_000);
