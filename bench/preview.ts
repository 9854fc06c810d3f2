import { defaultClockBook, previewClocks, slaPreviewInput } from '@headgate/domain/sla';

const EVENTS = 2_000;
const RUNS = 30;
const minuteMs = 60_000;
const opened = Date.parse('2026-01-05T16:00:00Z');
const iso = (ms: number) => new Date(ms).toISOString();

type Told = Record<string, unknown>;

/** Histories of 2,000 events of different kinds. */
const histories: Readonly<Record<string, (i: number, at: string) => Told>> = {
  'holds and resumes': (i, at) => ({ type: i % 2 ? 'resume' : 'hold', at }),
  'visits of a hand-off': (i, at) => ({ type: i % 2 ? 'task-done' : 'task-opened', at, visit: i >> 1 }),
  'resolved and reopened': (i, at) => ({ type: i % 2 ? 'reopen' : 'resolve', at }),
  'priorities and replies': (i, at) =>
    i % 2
      ? { type: 'reprioritise', at, priority: ['low', 'normal', 'high', 'urgent'][(i >> 1) % 4] }
      : { type: 'reply', at, visibility: i % 4 ? 'internal' : 'customer' },
};

/** A preview of 2,000 events, from the body as it comes to the clocks as they are told. Wanted: under 100 ms. */
export async function benchPreview(): Promise<void> {
  for (const [name, eventAt] of Object.entries(histories)) {
    const events = Array.from({ length: EVENTS }, (_, i) => eventAt(i, iso(opened + i * 10 * minuteMs)));
    const now = iso(opened + (EVENTS + 1) * 10 * minuteMs);
    const body = JSON.stringify({ policy: 'service-high-consumption', openedAt: iso(opened), events, now });
    const times = Array.from({ length: RUNS }, () => timed(body)).sort((a, b) => a - b);
    const p50 = times[RUNS >> 1]?.toFixed(1);
    console.log(`${name.padEnd(24)} p50 ${p50} ms, slowest ${times.at(-1)?.toFixed(1)} ms (of ${RUNS})`);
  }
}

function timed(body: string): number {
  const begin = performance.now();
  JSON.stringify(previewClocks(slaPreviewInput.parse(JSON.parse(body)), defaultClockBook));
  return performance.now() - begin;
}
