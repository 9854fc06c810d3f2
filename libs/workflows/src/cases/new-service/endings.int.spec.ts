import { testEndings } from '@headgate/testing/endings';
import type { ScenarioFile } from '@headgate/testing/scenarios';
import type { TimelineEntry } from '@headgate/worker';
import { expect } from '@jest/globals';

interface Money {
  readonly received: string;
  readonly actual: string;
  readonly refund: string;
  readonly due: string;
}

/** What an application's scenario expects beside what all do: the settlement to the cent, rules, and the end's instant. */
interface More {
  readonly money?: Money;
  readonly rules?: readonly string[];
  readonly resolvedAt?: string;
}

const moreOf = ({ scenario }: ScenarioFile): More => (scenario.expect ?? {}) as More;

const dataOf = (timeline: readonly TimelineEntry[], event: string): readonly Record<string, unknown>[] =>
  timeline.filter((entry) => entry.event === event).map(({ data }) => data as Record<string, unknown>);

function settled(timeline: readonly TimelineEntry[]): Money | undefined {
  const [last] = dataOf(timeline, 'costs-reconciled').slice(-1);
  if (!last) return undefined;
  const { received, actual, refund, due } = last as unknown as Money;
  return { received, actual, refund, due };
}

const cents = (amount: unknown): bigint => BigInt(String(amount).replace('.', ''));
const total = (timeline: readonly TimelineEntry[], event: string): bigint =>
  dataOf(timeline, event).reduce((sum, { amount }) => sum + cents(amount), 0n);

/** Receipts, less what the bank returned, less refunds, plus what is billed or waived, are the actual cost. */
function accountedFor(timeline: readonly TimelineEntry[]): bigint {
  const taken = total(timeline, 'deposit-received') - total(timeline, 'deposit-returned');
  const beyond = total(timeline, 'difference-billed') + total(timeline, 'difference-waived');
  return taken - total(timeline, 'refund-paid') + beyond;
}

await testEndings('new service, from the application to each of its endings', import.meta.url, (file, timeline) => {
  const { money, rules, resolvedAt } = moreOf(file);
  expect(settled(timeline)).toEqual(money);
  if (money) expect(accountedFor(timeline)).toBe(cents(money.actual));
  if (rules) expect(dataOf(timeline, 'service-refused')[0]?.rules).toEqual(rules);
  if (resolvedAt) expect(timeline.find(({ event }) => event === 'case-resolved')?.at).toBe(resolvedAt);
});
