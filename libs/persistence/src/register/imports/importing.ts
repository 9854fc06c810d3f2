import { createHash } from 'node:crypto';
import { millis } from '@headgate/domain/time';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { CaseRecord } from '../../case/record.ts';
import type { ImportAnswer, ImportMoment, ImportOptions, Numbered, Rejected } from './answer.ts';
import { bytesOf, type CsvInput, decoded } from './csv.ts';
import type { ImportKind } from './kind.ts';
import { readSheet, type Sheet } from './sheet.ts';

const ROWS_A_BATCH = 1_000;

interface Batch {
  readonly rejected: readonly Rejected[];
  readonly opened: readonly string[];
  readonly wouldOpen: number;
}

/**
 * Takes a file into the register: good rows are written, bad ones are named and left out. Each batch is one transaction
 * with the cases that it opens, so that a file that was cut off is simply imported again.
 * Throws a Refusal when the file has not the columns of its kind.
 */
export async function importFile<Row, Plan>(
  record: CaseRecord,
  name: string,
  kind: ImportKind<Row, Plan>,
  input: CsvInput,
  { actor, dryRun = false }: ImportOptions,
): Promise<ImportAnswer> {
  // What a file brings about is the office's own doing: whoever posts it needs no right to open cases.
  const moment = { actor: { kind: 'import', name: actor.name } as const, today: await todayOf(record) };
  const bytes = await bytesOf(input);
  const sheet = await readSheet(decoded(bytes), { form: kind.form(moment.today), identities: kind.identities });
  const batches: Batch[] = [];
  for (const rows of batchesOf(sheet.rows, kind)) {
    batches.push(
      dryRun ? await planBatch(record, kind, rows, moment) : await takeBatch(record, name, kind, rows, moment),
    );
  }
  const answer = answerOf(sheet, batches);
  if (!dryRun) await noteRun(record, name, bytes, answer, moment);
  return answer;
}

async function todayOf(record: CaseRecord): Promise<string> {
  const { book } = await record.office.current();
  return book.calendar('district').dateAt(millis(record.clock.now()));
}

async function planBatch<Row, Plan>(
  record: CaseRecord,
  kind: ImportKind<Row, Plan>,
  rows: readonly Numbered<Row>[],
  moment: ImportMoment,
) {
  const { rejected, wouldOpen } = await kind.plan(record.db, rows, moment);
  return { rejected, wouldOpen, opened: [] };
}

/** Two imports of one kind follow one another, batch by batch: each plans on what the other has written. */
async function takeBatch<Row, Plan>(
  record: CaseRecord,
  name: string,
  kind: ImportKind<Row, Plan>,
  rows: readonly Numbered<Row>[],
  moment: ImportMoment,
): Promise<Batch> {
  return await record.inTransaction(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${name}`}, 0))`.execute(tx.db);
    const { good, rejected } = await kind.plan(tx.db, rows, moment);
    await kind.write(tx, good, moment);
    const opened = (await kind.openedBy?.(tx.db, good)) ?? [];
    return { rejected, opened, wouldOpen: 0 };
  });
}

function batchesOf<Row, Plan>(rows: readonly Numbered<Row>[], { together }: ImportKind<Row, Plan>): Numbered<Row>[][] {
  if (!together) return groupsOf(rows.length, ROWS_A_BATCH, () => false).map(([from, to]) => rows.slice(from, to));
  const placed = rows.map((numbered) => ({ numbered, ...together(numbered.row) }));
  placed.sort((a, b) => compare(a.group, b.group) || compare(a.order, b.order));
  const sameGroup = (at: number) => placed[at]?.group === placed[at - 1]?.group;
  return groupsOf(placed.length, ROWS_A_BATCH, sameGroup).map(([from, to]) =>
    placed.slice(from, to).map(({ numbered }) => numbered),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Cuts so many things into groups of about `size`, never where two things are to stay together. */
function groupsOf(count: number, size: number, staysTogether: (at: number) => boolean): [from: number, to: number][] {
  const groups: [number, number][] = [];
  for (let from = 0, to = 0; from < count; from = to) {
    to = Math.min(from + size, count);
    while (to < count && staysTogether(to)) to += 1;
    groups.push([from, to]);
  }
  return groups;
}

function answerOf<Row>(sheet: Sheet<Row>, batches: readonly Batch[]): ImportAnswer {
  const rejected = [...sheet.rejected, ...batches.flatMap((batch) => batch.rejected)].sort((a, b) => a.line - b.line);
  const left = new Set(rejected.map(({ line }) => line));
  return {
    rows: sheet.count,
    accepted: sheet.count - left.size,
    rejected,
    opened: [...new Set(batches.flatMap((batch) => batch.opened))].sort(),
    wouldOpen: batches.reduce((sum, batch) => sum + batch.wouldOpen, 0),
  };
}

async function noteRun(
  record: CaseRecord,
  name: string,
  bytes: Uint8Array,
  answer: ImportAnswer,
  { actor }: ImportMoment,
): Promise<void> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  await sql`
    insert into import_run (id, kind, at, by_whom, file_hash, rows, accepted, rejected)
    values (${uuidv7()}, ${name}, ${record.clock.now()}, ${actor.name}, ${hash}, ${answer.rows}, ${answer.accepted},
      ${answer.rows - answer.accepted})`.execute(record.db);
}
