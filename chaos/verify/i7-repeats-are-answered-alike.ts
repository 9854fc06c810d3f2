import { randomUUID } from 'node:crypto';
import type { Invariant, RunningSystem } from './system.ts';

const probe = JSON.stringify({
  metric: 'probe',
  target: { businessMinutes: 60 },
  openedAt: '2027-01-04T17:00:00Z',
  events: [],
  now: '2027-01-04T18:00:00Z',
});

export const repeatsAreAnsweredAlike: Invariant = {
  name: 'I7',
  says: 'the same key gets the same answer, byte for byte; another body under it is refused',
  async check(system) {
    return [...(await probeRepeats(system)), ...(await keysWithoutAnswer(system))];
  },
};

async function probeRepeats({ post }: RunningSystem): Promise<string[]> {
  const key = randomUUID();
  const first = await post('/api/v1/sla/preview', probe, key);
  const again = await post('/api/v1/sla/preview', probe, key);
  const other = await post('/api/v1/sla/preview', `${probe} `, key);
  const breaks: string[] = [];
  if (first.status !== again.status || first.body !== again.body)
    breaks.push(`a repeat was answered ${again.status}, the first ${first.status}, or with other bytes`);
  if (other.status !== 422) breaks.push(`another body under a used key was answered ${other.status}, not 422`);
  return breaks;
}

/** A key is stored with its answer in one transaction: one without an answer was torn apart. */
async function keysWithoutAnswer({ sql }: RunningSystem): Promise<string[]> {
  const { rows } = await sql.query<{ key: string }>(
    'select key from idempotency_key where status is null or body is null',
  );
  return rows.map(({ key }) => `the key ${key} is stored without its answer`);
}
