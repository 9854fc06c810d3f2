import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '@headgate/domain/people';
import { sql } from 'kysely';
import { examine, type Findings } from './findings.ts';
import { ladderInSeconds } from './policy.ts';
import type { Stack } from './stack.ts';

const casesInRound = 2;
const patienceMs = 180_000;

const specialist: Actor = { kind: 'staff', name: 'specialist2', role: 'specialist-2' };

export interface Rounds {
  readonly rounds: number;
  readonly seed: number;
  /** A worker is killed within so long of being ready, one in five while it still begins. */
  readonly longestLifeMs: number;
  readonly tell?: (line: string) => void;
}

/** In each round some cases are opened and the worker is killed at a random instant; then all must climb to the end. */
export async function killedRounds(stack: Stack, { rounds, seed, longestLifeMs, tell }: Rounds): Promise<Findings> {
  const random = randomFrom(seed);
  for (let round = 1; round <= rounds; round += 1) {
    const ready = stack.startWorker();
    for (let n = 0; n < casesInRound; n += 1) await open(stack);
    if (random() > 0.2) await ready;
    await pause(Math.floor(random() * longestLifeMs));
    await stack.killWorker();
    if (round % 20 === 0) tell?.(`${round} rounds, ${await recorded(stack)} steps recorded`);
  }
  await stack.startWorker();
  await allClimbed(stack, rounds * casesInRound * ladderInSeconds.ladder.length);
  return await examine(stack.record, stack.taken);
}

async function open({ record }: Stack): Promise<void> {
  const intake = { type: 'high-consumption', channel: 'phone', subject: 'High bill', details: {} } as const;
  await record.open({ ...intake, accountNumber: '100001' }, specialist);
}

async function recorded({ record }: Stack): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from case_event where type = 'escalated'`.execute(record.db);
  return rows[0]?.count ?? 0;
}

/** Until as many steps are recorded as there are, or no more have come for a while: what is lost then is found. */
async function allClimbed(stack: Stack, wanted: number): Promise<void> {
  let last = { count: -1, at: performance.now() };
  for (;;) {
    const count = await recorded(stack);
    if (count >= wanted) return await pause(2_000);
    if (count !== last.count) last = { count, at: performance.now() };
    if (performance.now() - last.at > patienceMs) return;
    await pause(500);
  }
}

/** Mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
