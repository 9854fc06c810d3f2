import type { Debt } from '../intake.ts';
import { done, type Heard, happened, harmless } from './reading.ts';
import { supervisorAway } from './staff.ts';
import { wallAt } from './wall.ts';

export type Act = 'issue' | 'claim' | 'carry-out';

/** What must be proven of the order itself. */
export function orderProofs(act: Act, debt: Debt, record: readonly Heard[], at: string): [string, boolean][] {
  const ordered = record.findLastIndex((e) => e.type === 'task-opened' && e.data.kind === 'shut-off');
  const issued = record[ordered];
  const two = twoPersons(record.slice(0, ordered + 1));
  if (act === 'issue') return [['F11', two]];
  const today = issued !== undefined && wallAt(issued.at).date === wallAt(at).date;
  const later = record.slice(ordered + 1);
  const quiet = happened(later).every(({ kind }) => harmless.includes(kind));
  const base: [string, boolean][] = [
    ['F11', two],
    ['F5 day', today],
    ['F5 withdrawn', quiet],
  ];
  if (act === 'claim') return base;
  const checks = later.filter(
    (e) => e.type === 'task-claimed' || (e.type === 'happened' && e.data.kind === 'crew-check'),
  );
  const recent = checks.some((e) => Date.parse(at) - Date.parse(e.at) <= 15 * 60_000);
  const released = happened(later).some(({ kind }) => kind === 'release-code');
  const looked = debt.service !== 'irrigation' || done(record, 'field-check').length > 0;
  return [...base, ['F5 check', recent || released], ['F12 fields', looked]];
}

/** Two approvals since something was last heard, by persons entitled then, and no hand in both (F11). */
function twoPersons(record: readonly Heard[]): boolean {
  const disturbed =
    happened(record)
      .filter(({ kind }) => !harmless.includes(kind))
      .at(-1)?.i ?? -1;
  const approvals = done(record, 'order-review')
    .filter(({ i, outcome }) => i > disturbed && outcome.approved === true)
    .map(({ at, by, outcome }) => approvalOf(at, by, outcome))
    .filter((approval) => approval !== null);
  return approvals.some((one) => approvals.some((other) => one.hands.every((hand) => !other.hands.includes(hand))));
}

function approvalOf(at: string, by: string, { approver, calledBack }: Record<string, unknown>) {
  const who = typeof approver === 'string' ? approver : by;
  if (who !== by && typeof calledBack !== 'string') return null;
  return isEntitled(who, at) ? { hands: [who, by] } : null;
}

function isEntitled(who: string, at: string): boolean {
  const away = Date.parse(at) >= Date.parse(supervisorAway.from) && Date.parse(at) < Date.parse(supervisorAway.until);
  return ['specialist3', 'supervisor', 'manager'].includes(who) || (who === 'specialist1' && away);
}
