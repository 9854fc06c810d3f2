import type { NewEvent } from '../../../case/index.ts';
import type { Debt } from '../intake.ts';
import { businessDaysAfter, isOpen, lastTimely, plusDays, wallAt } from './wall.ts';

/** What was recorded from outside, in order: the oracle reads nothing that the law itself concluded. */
export type Heard = NewEvent;

export type Act = 'issue' | 'claim' | 'carry-out';

const hour = 3_600_000;
const cents = (amount: unknown): number => Math.round(Number(amount) * 100);

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

type Happened = { readonly kind: string; readonly at: string; readonly data: Record<string, unknown> };

const happened = (record: readonly Heard[]) =>
  record.flatMap((e, i) => (e.type === 'happened' ? [{ ...(e.data as unknown as Happened), i, at: e.at }] : []));
const done = (record: readonly Heard[], kind: string) =>
  record.flatMap((e, i) =>
    e.type === 'task-done' && e.data.kind === kind
      ? [{ i, at: e.at, by: e.data.by, outcome: e.data.outcome as Record<string, unknown> }]
      : [],
  );
const letters = (record: readonly Heard[], name: string) =>
  record.flatMap((e, i) =>
    e.type === 'message-queued' && e.data.template === `delinquency/${name}` && e.data.channel === 'letter'
      ? [{ i, at: e.at, id: e.data.messageId }]
      : [],
  );
const lastIndex = (record: readonly Heard[], kinds: readonly string[]): number =>
  happened(record)
    .filter(({ kind }) => kinds.includes(kind))
    .at(-1)?.i ?? -1;

/** The place in the record after which notices are counted: a returned payment or a reconnection begins anew (F9). */
function beginning(record: readonly Heard[]): number {
  const reconnected =
    done(record, 'reconnect')
      .filter(({ outcome }) => outcome.reconnected === true)
      .at(-1)?.i ?? -1;
  return Math.max(lastIndex(record, ['payment-returned']), reconnected);
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
  const stay = heard.filter(({ kind }) => kind === 'stay' || kind === 'stay-lifted').at(-1);
  const dispute = heard.filter(({ kind }) => kind === 'dispute' || kind === 'dispute-closed').at(-1);
  const extension = heard.filter(({ kind }) => kind === 'extension').at(-1);
  const until = (data: Record<string, unknown> | undefined) => String(data?.until ?? '9999-12-31').slice(0, 10);
  return [
    ['B2', cents(debt.amount) - signed.reduce((a, b) => a + b, 0) > 0],
    ['B9', appeal(record) === 'none'],
    ['B16 dispute', dispute?.kind !== 'dispute'],
    ['B16 extension', !extension || until(extension.data) < wall.date],
    ['F7', stay?.kind !== 'stay' || until(stay.data) < wall.date],
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
  return last !== undefined && wallAt(last.through).date === today;
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
  const both = written.filter(({ i }) => !debt.mailingDiffers || occupant.some((notice) => notice.i > i));
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

function medicallyBarred(record: readonly Heard[]): boolean {
  const heard = happened(record);
  const broken = record.findLastIndex(({ type }) => type === 'arrangement-broken');
  const shown = (kind: string, after = -1) => heard.some((each) => each.kind === kind && each.i > after);
  return shown('medical-certificate') && shown('inability-to-pay') && shown('willing-to-arrange', broken);
}

interface Instalment {
  readonly on: string;
  readonly amount: string;
}

/** The first day of non-compliance that still lasts, by walking every day; null while it is kept; undefined without one. */
function brokenSince(record: readonly Heard[], today: string): string | null | undefined {
  const agreed = happened(record)
    .filter(({ kind }) => kind === 'arrangement')
    .at(-1);
  if (!agreed) return undefined;
  const instalments = agreed.data.instalments as Instalment[];
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

function arrangementAllows(record: readonly Heard[], today: string): boolean {
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

const harmless = ['payments-through', 'crew-check', 'release-code', 'dispute-closed', 'stay-lifted'];

function orderProofs(act: Act, debt: Debt, record: readonly Heard[], at: string): [string, boolean][] {
  const ordered = record.findLastIndex((e) => e.type === 'task-opened' && e.data.kind === 'shut-off');
  const issued = record[ordered];
  const before = record.slice(0, ordered + 1);
  const disturbed =
    happened(before)
      .filter(({ kind }) => !harmless.includes(kind))
      .at(-1)?.i ?? -1;
  const approvers = done(before, 'order-review')
    .filter(({ i, outcome }) => i > disturbed && outcome.approved === true)
    .map(({ by }) => by);
  const two = new Set(approvers).size >= 2;
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
