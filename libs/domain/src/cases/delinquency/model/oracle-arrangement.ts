import { cents, done, type Heard, happened, hour, lastIndex, letters } from './reading.ts';
import { businessDaysAfter, lastTimely, plusDays, wallAt } from './wall.ts';

interface Instalment {
  readonly on: string;
  readonly amount: string;
}

/** Current bills that fall due from the agreement on; one of the same day takes the place of the earlier (B11). */
function currentCharges(record: readonly Heard[], agreedAt: string): Instalment[] {
  const billed = new Map<string, string>();
  for (const { kind, data } of happened(record))
    if (kind === 'current-charge') billed.set(String(data.dueOn), String(data.amount));
  return [...billed].map(([on, amount]) => ({ on, amount })).filter(({ on }) => on >= wallAt(agreedAt).date);
}

/** The first day of non-compliance that still lasts, by walking every day; null while it is kept; undefined without one. */
export function brokenSince(record: readonly Heard[], today: string): string | null | undefined {
  const agreed = happened(record)
    .filter(({ kind }) => kind === 'arrangement')
    .at(-1);
  if (!agreed) return undefined;
  const instalments = [...(agreed.data.instalments as Instalment[]), ...currentCharges(record, agreed.at)];
  const paid = happened(record)
    .filter(({ i, kind }) => i > agreed.i && (kind === 'payment' || kind === 'payment-returned'))
    .map(({ kind, at, data }) => ({
      on: wallAt(at).date,
      amount: kind === 'payment' ? cents(data.amount) : -cents(data.amount),
    }));
  let since: string | null = null;
  for (let day = wallAt(agreed.at).date; day <= today; day = plusDays(day, 1)) {
    const due = instalments
      .filter(({ on }) => lastTimely(on) < day)
      .reduce((sum, { amount }) => sum + cents(amount), 0);
    const by = paid.filter(({ on }) => on <= day).reduce((sum, { amount }) => sum + amount, 0);
    since = by < due ? (since ?? day) : null;
  }
  return since;
}

export function arrangementAllows(record: readonly Heard[], today: string): boolean {
  const since = brokenSince(record, today);
  if (since === undefined) return true;
  if (since === null) return false;
  const agreed = lastIndex(record, ['arrangement']);
  const posted = done(record, 'post-final-notice')
    .filter(({ i, at, outcome }) => i > agreed && outcome.posted === true && wallAt(at).date >= since)
    .at(-1);
  if (!posted || today < plusDays(since, 60)) return false;
  const cure = letters(record, 'cure-notice').some(
    ({ i, at }) => i > agreed && Date.parse(posted.at) - Date.parse(at) >= 48 * hour,
  );
  return cure && businessDaysAfter(wallAt(posted.at).date, today) >= 5;
}
