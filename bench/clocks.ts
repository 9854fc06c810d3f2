import { calendarBook } from '@headgate/domain/calendar';
import {
  clockBook,
  defaultClockBook,
  defaultPolicies,
  type PastCase,
  previewClocks,
  type SlaEvent,
  slaPreviewInput,
  whatIf,
} from '@headgate/domain/sla';

const cases = 100_000;
const opened = Date.parse('2026-01-05T16:00:00Z');
const iso = (ms: number) => new Date(ms).toISOString();

/** A preview of 2,000 events, and last year's cases under a policy that is proposed: what each takes here. */
export async function benchClocks(): Promise<void> {
  previewBench();
  whatIfBench();
}

function previewBench(): void {
  const events = Array.from({ length: 2_000 }, (_, i) => ({
    type: i % 2 ? 'resume' : 'hold',
    at: iso(opened + i * 600_000),
  }));
  const body = {
    policy: 'service-high-consumption',
    openedAt: iso(opened - 60_000),
    events,
    now: iso(opened + 2_000_000_000),
  };
  const times = Array.from({ length: 30 }, () => {
    const begin = performance.now();
    previewClocks(slaPreviewInput.parse(body), defaultClockBook);
    return performance.now() - begin;
  }).sort((a, b) => a - b);
  console.log(
    `preview of 2,000 events: p50 ${times[15]?.toFixed(1)} ms, slowest ${times.at(-1)?.toFixed(1)} ms (of 30)`,
  );
}

function whatIfBench(): void {
  const stricter = defaultPolicies.map((policy) => ({
    ...policy,
    clocks: policy.clocks.map((rule) =>
      rule.metric === 'resolve' ? { ...rule, target: { businessDays: 5, endOfDay: true } } : rule,
    ),
  }));
  const trial = whatIf(defaultClockBook, clockBook(stricter, calendarBook()), iso(opened + 400 * 86_400_000));
  const begin = performance.now();
  trial.add(pastCases());
  const seconds = (performance.now() - begin) / 1000;
  console.log(`what-if of ${cases.toLocaleString('en')} cases: ${seconds.toFixed(1)} s on one core`);
  for (const { type, metric, before, after, worse } of trial.rows()) {
    console.log(
      `  ${type} ${metric}: ${before.breached} breached, would be ${after.breached} (${worse.length} cases change)`,
    );
  }
}

/** A year of complaints: acknowledged, two hand-offs, every third held for some days, resolved within four weeks. */
function* pastCases(): Generator<PastCase> {
  for (let i = 0; i < cases; i += 1) {
    const at = opened + (i % 365) * 86_400_000 + (i % 480) * 60_000;
    yield { id: `case-${i}`, type: 'high-consumption', history: history(i, at) };
  }
}

function history(i: number, at: number): SlaEvent[] {
  const hour = 3_600_000;
  const held: SlaEvent[] = [
    { type: 'hold', at: iso(at + 50 * hour), reason: 'awaiting-customer' },
    { type: 'resume', at: iso(at + (60 + (i % 90)) * hour) },
  ];
  return [
    { type: 'opened', at: iso(at), priority: 'normal', policy: 'service-high-consumption' },
    { type: 'acknowledge', at: iso(at + (i % 30) * hour) },
    { type: 'task-opened', at: iso(at + 31 * hour), visit: 'reread#1', task: 'reread' },
    { type: 'task-done', at: iso(at + (32 + (i % 120)) * hour), visit: 'reread#1' },
    ...(i % 3 === 0 ? held : []),
    { type: 'reply', at: iso(at + 160 * hour), visibility: 'customer' },
    { type: 'resolve', at: iso(at + (170 + (i % 480)) * hour) },
  ];
}
