import { displayName, Refusal } from '@headgate/domain/case';
import type { ScanPart } from '@headgate/domain/papers';
import type { Actor } from '@headgate/domain/people';
import type { Instant } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { instant } from '../case/loading.ts';
import type { CaseTransaction } from '../case/transaction.ts';
import { keepAttachment } from './attachments.ts';
import { newId } from './files.ts';

/** A part of a scan: filed with its case, or waiting for somebody to say whose it is. */
export interface KeptPart extends ScanPart {
  readonly n: number;
  readonly attachmentId: string | null;
  readonly filedBy: string | null;
  readonly filedAt: Instant | null;
}

export async function partsKept(db: Kysely<unknown>, scanId: string): Promise<KeptPart[]> {
  const { rows } = await sql<KeptPart & { filedAt: Date | string | null }>`
    select n, first_page as "firstPage", last_page as "lastPage", case_number as "caseNumber", why,
           attachment_id as "attachmentId", filed_by as "filedBy", filed_at as "filedAt"
      from scan_part where scan_id = ${scanId} order by n`.execute(db);
  return rows.map((row) => ({ ...row, filedAt: instant(row.filedAt) }));
}

export interface CutPart extends ScanPart {
  readonly scanId: string;
  readonly n: number;
}

/** Puts down a part with its pages as a file. False when an earlier attempt has done so. */
export async function keepPart(db: Kysely<unknown>, part: CutPart, fileId: string): Promise<boolean> {
  const { rows } = await sql`
    insert into scan_part (scan_id, n, first_page, last_page, case_number, why, file_id)
    values (${part.scanId}, ${part.n}, ${part.firstPage}, ${part.lastPage}, ${part.caseNumber}, ${part.why}, ${fileId})
    on conflict (scan_id, n) do nothing returning n`.execute(db);
  return rows.length > 0;
}

interface PartColumns {
  readonly first_page: number;
  readonly last_page: number;
  readonly attachment_id: string | null;
  readonly file_id: string;
  readonly size: number;
  readonly sha256: string;
  readonly name: string;
}

const unknownPart = () => new Refusal('unknown', 'unknown-part', 'There is no such part of this scan.');

/** Files a part that waits with a case, in the transaction of the events that say so. Throws a Refusal, and then writes nothing. */
export async function filePart(
  tx: CaseTransaction,
  { scanId, n, caseId }: { scanId: string; n: number; caseId: string },
  by: Actor,
): Promise<void> {
  const part = await partToFile(tx.db, scanId, n);
  const scan = { scanId, firstPage: part.first_page, lastPage: part.last_page };
  const file = {
    attachmentId: newId(),
    name: nameOf(part),
    mediaType: 'application/pdf',
    size: part.size,
    sha256: part.sha256,
  };
  const { state } = await tx.execute(caseId, { kind: 'attach', file, scan }, by);
  const kept = { caseId, fileId: part.file_id, file, addedAt: state.lastAt, addedBy: by.name, scan };
  await keepAttachment(tx.db, kept);
  await sql`
    update scan_part set attachment_id = ${file.attachmentId}, case_number = ${state.number}, why = null,
           filed_by = ${by.name}, filed_at = ${state.lastAt}
     where scan_id = ${scanId} and n = ${n}`.execute(tx.db);
}

async function partToFile(db: Kysely<unknown>, scanId: string, n: number): Promise<PartColumns> {
  const { rows } = await sql<PartColumns>`
    select p.first_page, p.last_page, p.attachment_id, p.file_id, f.size, f.sha256, s.name
      from scan_part p join stored_file f on f.id = p.file_id join scan s on s.id = p.scan_id
     where p.scan_id = ${scanId} and p.n = ${n} for update of p`.execute(db);
  const [part] = rows;
  if (!part) throw unknownPart();
  if (part.attachment_id) throw new Refusal('rule', 'already-filed', 'This part of the scan is filed already.');
  return part;
}

/** `Monday's post, pages 4-6.pdf`. */
function nameOf({ name, first_page: first, last_page: last }: PartColumns): string {
  const pages = first === last ? `page ${first}` : `pages ${first}-${last}`;
  return displayName(`${name.replace(/\.pdf$/i, '')}, ${pages}.pdf`);
}

/** Says why a part could not be filed with the case that its cover sheet names. */
export async function leaveUnfiled(db: Kysely<unknown>, scanId: string, n: number, why: string): Promise<void> {
  await sql`update scan_part set why = ${why} where scan_id = ${scanId} and n = ${n} and attachment_id is null`.execute(
    db,
  );
}
