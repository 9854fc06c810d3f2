import type { AttachedFile } from '@headgate/domain/case';
import type { Queue } from '@headgate/domain/people';
import type { Instant } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { instant } from '../case/loading.ts';

/** A file of a case, as lists show it. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly addedAt: Instant;
  readonly addedBy: string;
  /** The bulk scan that brought it, and which of its pages. */
  readonly scan: { readonly id: string; readonly firstPage: number; readonly lastPage: number } | null;
}

export interface NewAttachment {
  readonly caseId: string;
  readonly fileId: string;
  readonly file: AttachedFile;
  readonly addedAt: Instant;
  readonly addedBy: string;
  readonly scan?: { readonly scanId: string; readonly firstPage: number; readonly lastPage: number };
}

/** Ties a stored file to its case, in the transaction of the event that says so. */
export async function keepAttachment(db: Kysely<unknown>, kept: NewAttachment): Promise<void> {
  const { attachmentId, name, mediaType, size, sha256 } = kept.file;
  const { scanId = null, firstPage = null, lastPage = null } = kept.scan ?? {};
  await sql`
    insert into attachment (id, case_id, file_id, name, media_type, size, sha256, added_at, added_by,
      scan_id, first_page, last_page)
    values (${attachmentId}, ${kept.caseId}, ${kept.fileId}, ${name}, ${mediaType}, ${size}, ${sha256},
      ${kept.addedAt}, ${kept.addedBy}, ${scanId}, ${firstPage}, ${lastPage})`.execute(db);
}

interface Columns extends Omit<Attachment, 'addedAt' | 'scan'> {
  readonly addedAt: Date | string;
  readonly scanId: string | null;
  readonly firstPage: number;
  readonly lastPage: number;
}

const columns = sql`a.id, a.name, a.media_type as "mediaType", a.size, a.sha256, a.added_at as "addedAt",
  a.added_by as "addedBy", a.scan_id as "scanId", a.first_page as "firstPage", a.last_page as "lastPage"`;

function attachmentOf({ id, name, mediaType, size, sha256, addedBy, ...row }: Columns): Attachment {
  const { scanId, firstPage, lastPage } = row;
  const scan = scanId === null ? null : { id: scanId, firstPage, lastPage };
  return { id, name, mediaType, size, sha256, addedAt: instant(row.addedAt), addedBy, scan };
}

/** The files of a case in the order in which they came, from after the one named. */
export async function attachmentsOf(
  db: Kysely<unknown>,
  caseId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<Attachment[]> {
  const { rows } = await sql<Columns>`
    select ${columns} from attachment a where a.case_id = ${caseId} and (${after}::uuid is null or a.id > ${after}::uuid)
     order by a.id limit ${limit}`.execute(db);
  return rows.map(attachmentOf);
}

export interface FoundAttachment extends Attachment {
  readonly fileId: string;
  readonly caseId: string;
  /** The departments of its case. */
  readonly involved: readonly Queue[];
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An attachment and who may know of its case; null when there is none, or when the text can be no id. */
export async function findAttachment(db: Kysely<unknown>, id: string): Promise<FoundAttachment | null> {
  if (!uuid.test(id)) return null;
  const { rows } = await sql<Columns & Pick<FoundAttachment, 'fileId' | 'caseId' | 'involved'>>`
    select ${columns}, a.file_id as "fileId", a.case_id as "caseId", c.involved
      from attachment a join cases c on c.id = a.case_id where a.id = ${id}::uuid`.execute(db);
  const [row] = rows;
  return row ? { ...attachmentOf(row), fileId: row.fileId, caseId: row.caseId, involved: row.involved } : null;
}
