import { type Read, type ReadExceptionKind, readExceptions } from '@headgate/domain/metering';
import { setting } from '@headgate/domain/settings';
import type { CivilDate } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { type History, historyOf, type MeterOnAccount } from './read-history.ts';
import type { ReadImport } from './reads.ts';

/** Something odd about a read, as the register keeps it: once for an account, a period and a kind. */
export interface Exception {
  readonly account: string;
  readonly period: string;
  readonly kind: ReadExceptionKind;
  readonly readOn: CivilDate;
  readonly text: string;
}

const lookedInto = setting<readonly ReadExceptionKind[]>('read-exceptions-looked-into', {
  value: ['non-read', 'repeated-non-read', 'beyond-register', 'negative', 'roll-over', 'zero', 'high', 'low'],
  unit: 'kinds of exception that open a case',
  from: '2000-01-01',
  rule: 'D1',
  source: 'what a reading audit follows up; the same use twice in a row is common with whole units, and only noted',
  confirmed: false,
});

/** Everything odd about the reads that are news to the register. */
export async function exceptionsOf(
  db: Kysely<unknown>,
  reads: readonly ReadImport[],
  meters: ReadonlyMap<string, MeterOnAccount>,
): Promise<Exception[]> {
  const histories = await historyOf(db, reads);
  const byMeter = Map.groupBy(reads, (row) => `${row.account} ${row.meter_serial}`);
  return [...byMeter].flatMap(([key, rows]) =>
    onMeter(rows, histories.get(key) ?? { reads: [], begun: false }, meters.get(key)),
  );
}

function onMeter(rows: readonly ReadImport[], known: History, onAccount: MeterOnAccount | undefined): Exception[] {
  const meter = onAccount?.meter;
  if (!meter) return [];
  const incoming = rows.map(asRead);
  const days = new Set(incoming.map(({ readOn }) => readOn));
  const history = [...known.reads.filter(({ readOn }) => !days.has(readOn)), ...incoming];
  return newsOf(rows, incoming, known).flatMap(({ row, read }) => {
    const odd = readExceptions({ read, history: history.filter(around(read)), meter, active: onAccount.active });
    const period = row.read_on.slice(0, 7);
    return odd.map(({ kind, text }) => ({ account: row.account, period, kind, readOn: row.read_on, text }));
  });
}

/** A meter's first file is its history: only the last read in it is news. Later, each read that says something new is. */
function newsOf(rows: readonly ReadImport[], incoming: readonly Read[], { reads, begun }: History) {
  const all = rows.map((row, at) => ({ row, read: incoming[at] as Read }));
  if (!begun) return all.slice(-1);
  const known = new Map(reads.map((read) => [read.readOn, read]));
  return all.filter(({ read }) => !isSame(known.get(read.readOn), read));
}

function isSame(known: Read | undefined, read: Read): boolean {
  if (!known || (known.nonReadCode ?? '') !== (read.nonReadCode ?? '')) return false;
  return known.reading === null
    ? read.reading === null
    : read.reading !== null && Number(known.reading) === Number(read.reading);
}

const compared = 460;

/** Reads of a meter that is read by the hour would else be compared with years of themselves. */
const around = (read: Read) => {
  const since = new Date(Date.parse(read.readOn) - compared * 86_400_000).toISOString().slice(0, 10);
  return ({ readOn }: Read) => readOn >= since && readOn < read.readOn;
};

const asRead = ({ read_on, reading, non_read_code, reader }: ReadImport): Read => ({
  readOn: read_on,
  reading,
  reader,
  ...(non_read_code ? { nonReadCode: non_read_code } : {}),
});

/**
 * The exceptions for which a case is to be opened, together for each account and period: none where one was opened
 * before, or where the customer has complained of that very period.
 */
export async function openingsOf(db: Kysely<unknown>, exceptions: readonly Exception[]): Promise<Exception[][]> {
  const serious = exceptions.filter(({ kind, readOn }) => lookedInto.on(readOn).includes(kind));
  const groups = Map.groupBy(serious, ({ account, period }) => `${account} ${period}`);
  const settled = await settledPeriods(db, serious);
  return [...groups].filter(([key]) => !settled.has(key)).map(([, group]) => group);
}

async function settledPeriods(db: Kysely<unknown>, exceptions: readonly Exception[]): Promise<Set<string>> {
  if (exceptions.length === 0) return new Set();
  const accounts = [...new Set(exceptions.map(({ account }) => account))];
  const { rows } = await sql<{ account: string; period: string }>`
    select account_number as account, period from read_exception where case_id is not null and account_number = any(${accounts}::text[])
    union
    select account_number, details ->> 'period' from cases
     where type = 'high-consumption' and status in ('open', 'on-hold') and account_number = any(${accounts}::text[])
       and details ->> 'period' is not null`.execute(db);
  return new Set(rows.map(({ account, period }) => `${account} ${period}`));
}
