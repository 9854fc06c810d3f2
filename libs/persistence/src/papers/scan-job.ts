import { Refusal } from '@headgate/domain/case';
import type { SeenPage } from '@headgate/domain/papers';
import type { Actor } from '@headgate/domain/people';
import { type Kysely, sql } from 'kysely';
import type { CaseRecord } from '../case/record.ts';
import { findCase } from '../reading/folded-cases.ts';
import { dropUnheld, storeFile } from './files.ts';
import { type CutPart, filePart, keepPart, leaveUnfiled } from './scan-parts.ts';
import type { ScanState } from './scans.ts';

/** How far a scan has come: all that who takes it up again needs. */
export interface ScanWork {
  readonly id: string;
  readonly fileId: string;
  readonly status: ScanState;
  readonly by: Actor;
  readonly pagesRead: number;
  readonly partsKept: number;
}

export async function scanWork(db: Kysely<unknown>, id: string): Promise<ScanWork> {
  const { rows } = await sql<ScanWork>`
    select s.id, s.file_id as "fileId", s.status, s.posted_by as by,
           (select coalesce(max(page), 0)::int from scan_page where scan_id = s.id) as "pagesRead",
           (select count(*)::int from scan_part where scan_id = s.id) as "partsKept"
      from scan s where s.id = ${id}`.execute(db);
  const [work] = rows;
  if (!work) throw new Refusal('unknown', 'unknown-scan', 'There is no such scan.');
  return work;
}

/** The scans that are not at their end, so many of them, the oldest first. */
export async function scansUnderWay(db: Kysely<unknown>, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from scan where status in ('waiting', 'reading', 'filing') order by id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

export async function beginReading(db: Kysely<unknown>, id: string, pages: number): Promise<void> {
  await sql`update scan set status = 'reading', pages = ${pages} where id = ${id} and status = 'waiting'`.execute(db);
}

/** What a page shows is kept as soon as it is known: who goes on after a fall begins behind it. */
export async function keepPage(
  db: Kysely<unknown>,
  scanId: string,
  { page, drawn, codes, preview }: SeenPage & { readonly preview: Uint8Array | null },
): Promise<void> {
  await sql`
    insert into scan_page (scan_id, page, codes, drawn, preview)
    values (${scanId}, ${page}, ${[...codes]}::text[], ${drawn}, ${preview && Buffer.from(preview)})
    on conflict (scan_id, page) do nothing`.execute(db);
}

export async function pagesSeen(db: Kysely<unknown>, scanId: string): Promise<SeenPage[]> {
  const { rows } = await sql<SeenPage>`
    select page, drawn, codes from scan_page where scan_id = ${scanId} order by page`.execute(db);
  return rows;
}

export async function beginFiling(db: Kysely<unknown>, id: string): Promise<void> {
  await sql`update scan set status = 'filing' where id = ${id} and status = 'reading'`.execute(db);
}

export async function endScan(db: Kysely<unknown>, id: string, fault: string | null = null): Promise<void> {
  await sql`update scan set status = ${fault === null ? 'done' : 'failed'}, fault = ${fault}
    where id = ${id} and status in ('waiting', 'reading', 'filing')`.execute(db);
}

/**
 * Keeps a part's pages, and files them with the case that the cover sheet names: one transaction, so that a part is never
 * half filed nor filed twice. What the case refuses is said beside the part, which then waits for a person.
 */
export async function keepAndFile(record: CaseRecord, part: CutPart, bytes: Uint8Array, by: Actor): Promise<void> {
  const { id: fileId } = await storeFile(record.db, [bytes], record.clock.now());
  const kept = await record.inTransaction(async (tx) => {
    if (!(await keepPart(tx.db, part, fileId))) return false;
    if (part.why === null && part.caseNumber !== null) {
      const refused = await filed(tx.db, part.caseNumber, (caseId) =>
        filePart(tx, { scanId: part.scanId, n: part.n, caseId }, by),
      );
      if (refused) await leaveUnfiled(tx.db, part.scanId, part.n, refused);
    }
    return true;
  });
  if (!kept) await dropUnheld(record.db, fileId);
}

/** Why the case of this number would not take it; null when it did. */
async function filed(
  db: Kysely<unknown>,
  caseNumber: string,
  file: (caseId: string) => Promise<void>,
): Promise<string | null> {
  const found = await findCase(db, caseNumber);
  if (!found) return `There is no case ${caseNumber}.`;
  try {
    await file(found.id);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}
