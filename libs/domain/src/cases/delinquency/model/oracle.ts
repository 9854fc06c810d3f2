import type { Debt } from '../intake.ts';
import { arrangementAllows, brokenSince } from './oracle-arrangement.ts';
import { type Act, orderProofs } from './oracle-order.ts';
import { beginning, cents, done, type Heard, happened, hour, lastIndex, letters } from './reading.ts';
import { businessDaysAfter, isOpen, lastTimely, plusDays, wallAt } from './wall.ts';

export type { Act } from './oracle-order.ts';

/** Everything that must be proven from the raw record before an act on an order, each failing sentence by its rule. */
export function unproven(
  act: Act,
  debt: Debt,
  record: readonly Heard[],
  at: string,
  complete: ReadonlySet<string>,
): string[] {
  const residential =
    debt.dwelling === 'yes' ||
    debt.dwelling === 'unknown' ||
    (debt.dwelling === undefined && debt.service === 'residential');
  const proofs: [string, boolean][] = [
    ...always(debt, record, at),
    ...(residential ? dwellingProofs(debt, record, at, complete) : otherProofs(debt, record, at)),
    ...orderProofs(act, debt, record, at),
  ];
  return proofs.filter(([, proven]) => !proven).map(([rule]) => rule);
}

function appeal(record: readonly Heard[]): 'none' | 'pending' | 'upheld' {
  let pending = false;
  for (const event of record) {
    const decided =
      event.type === 'happened' && event.data.kind === 'appeal-decided'
        ? event.data.data.upheld
        : event.type === 'task-done' && event.data.kind === 'appeal-review'
          ? event.data.outcome.upheld
          : undefined;
    if (decided === true) return 'upheld';
    if (decided === false) pending = false;
    if (event.type === 'happened' && event.data.kind === 'appeal') pending = true;
  }
  return pending ? 'pending' : 'none';
}

function always(debt: Debt, record: readonly Heard[], at: string): [string, boolean][] {
  const wall = wallAt(at);
  const heard = happened(record);
  const signed = heard.map(({ kind, data }) =>
    kind === 'payment' ? cents(data.amount) : kind === 'payment-returned' ? -cents(data.amount) : 0,
  );
  const lifted = lastIndex(record, ['stay-lifted']);
  const stays = heard.filter(({ kind, i }) => kind === 'stay' && i > lifted);
  const dispute = heard.filter(({ kind }) => kind === 'dispute' || kind === 'dispute-closed').at(-1);
  const extensions = heard.filter(({ kind }) => kind === 'extension');
  const until = (data: Record<string, unknown> | undefined) => String(data?.until ?? '9999-12-31').slice(0, 10);
  return [
    ['B2', cents(debt.amount) - signed.reduce((a, b) => a + b, 0) > 0],
    ['B9', appeal(record) === 'none'],
    ['B16 dispute', dispute?.kind !== 'dispute'],
    ['B16 extension', extensions.every(({ data }) => until(data) < wall.date)],
    ['F7', stays.every(({ data }) => until(data) < wall.date)],
    ['F5 money', moneyIsKnown(record, wall.date)],
    ['B19', isOpen(wall)],
  ];
}

function moneyIsKnown(record: readonly Heard[], today: string): boolean {
  const known = [
    ...done(record, 'confirm-payments').map(({ i, at, outcome }) => ({
      i,
      through: earlier(String(outcome.through ?? at), at),
    })),
    ...happened(record)
      .filter(({ kind }) => kind === 'payments-through')
      .map(({ i, at, data }) => ({ i, through: earlier(String(data.through ?? at), at) })),
  ].sort((a, b) => a.i - b.i);
  const last = known.at(-1);
  if (last === undefined || last.i < lastIndex(record, ['payment-seen'])) return false;
  return wallAt(last.through).date === today;
}

const earlier = (a: string, b: string): string => (Date.parse(a) < Date.parse(b) ? a : b);

function dwellingProofs(
  debt: Debt,
  record: readonly Heard[],
  at: string,
  complete: ReadonlySet<string>,
): [string, boolean][] {
  const today = wallAt(at).date;
  const from = beginning(record);
  const mail = Math.max(from, lastIndex(record, ['mail-returned']));
  const phone = Math.max(from, lastIndex(record, ['phone-failed']));
  const written = letters(record, 'written-notice').filter(({ i }) => i > mail);
  const occupant = letters(record, 'occupant-notice').filter(({ i }) => i > mail);
  const both = written.flatMap((letter) => whole(letter, occupant, debt.mailingDiffers === true));
  const calls = done(record, 'phone-contact').filter(
    ({ i, outcome }) => i > phone && outcome.reached === true && outcome.offersMade !== false,
  );
  const visits = done(record, 'visit').filter(({ i, outcome }) => i > from && outcome.noticeLeft === true);
  const contacts = [...both, ...calls, ...visits];
  const tenDay = letters(record, 'ten-day-notice')
    .filter(({ i }) => i > mail)
    .at(-1);
  const adults = done(record, 'final-contact').filter(({ i, outcome }) => i > from && outcome.reached === true);
  const posted = done(record, 'post-notice').filter(({ i, outcome }) => i > from && outcome.posted === true);
  const notices = ['written-notice', 'occupant-notice', 'tenant-notice', 'ten-day-notice', 'cure-notice'].map((name) =>
    letters(record, name)
      .filter(({ i }) => i > mail)
      .at(-1),
  );
  const tenantsHere =
    debt.tenantOccupied === true ||
    done(record, 'shut-off').some(({ outcome }) => outcome.ending === 'occupant-is-tenant');
  const tenant = letters(record, 'tenant-notice')
    .filter(({ i }) => i > mail)
    .at(-1);
  return [
    ['B4', today >= plusDays(debt.dueOn, 61)],
    ['B5', contacts.some((contact) => businessDaysAfter(wallAt(contact.at).date, today) >= 7)],
    [
      'B18 notice',
      tenDay !== undefined &&
        wallAt(tenDay.at).date >= plusDays(debt.billedOn, 19) &&
        today >= plusDays(wallAt(tenDay.at).date, 15),
    ],
    [
      'B18 contact',
      adults.some((one) => Date.parse(at) - Date.parse(one.at) >= 24 * hour) ||
        posted.some((one) => Date.parse(at) - Date.parse(one.at) >= 48 * hour),
    ],
    ['B13', !tenantsHere || (tenant !== undefined && today >= plusDays(wallAt(tenant.at).date, 10))],
    ['F8', notices.every((notice) => notice === undefined || complete.has(notice.id))],
    ['B10', !medicallyBarred(record)],
    ['B11', arrangementAllows(record, today)],
  ];
}

interface Sent {
  readonly i: number;
  readonly at: string;
}

/** Where addresses differ a written notice is whole with the occupant's, and counts from then (B7). */
function whole(letter: Sent, occupant: readonly Sent[], differs: boolean): Sent[] {
  if (!differs) return [letter];
  const after = occupant.find(({ i }) => i > letter.i);
  return after ? [after] : [];
}

function medicallyBarred(record: readonly Heard[]): boolean {
  const heard = happened(record);
  const broken = record.findLastIndex(({ type }) => type === 'arrangement-broken');
  const shown = (kind: string, after = -1) => heard.some((each) => each.kind === kind && each.i > after);
  return shown('medical-certificate') && shown('inability-to-pay') && shown('willing-to-arrange', broken);
}

function otherProofs(debt: Debt, record: readonly Heard[], at: string): [string, boolean][] {
  const today = wallAt(at).date;
  const from = Math.max(beginning(record), lastIndex(record, ['mail-returned']));
  const old = (name: string) =>
    letters(record, name)
      .filter(({ i }) => i > from)
      .some((notice) => today >= plusDays(wallAt(notice.at).date, 15));
  return [
    ['B21', today > lastTimely(debt.dueOn)],
    ['F12 user', old('irrigation-notice')],
    ['F12 owner', debt.service !== 'irrigation' || old('landowner-notice')],
    ['F12 arrangement', brokenSince(record, today) !== null],
  ];
}
