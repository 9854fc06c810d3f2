import type { Actor } from '@headgate/domain/people';
import type { Instant } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { instant } from '../case/loading.ts';
import { newId } from './files.ts';

/** `waiting`: nobody has looked at it; `reading`: page by page; `filing`: cut and filed; `failed`: it is no scan, see `fault`. */
export const scanStates = ['waiting', 'reading', 'filing', 'done', 'failed'] as const;
export type ScanState = (typeof scanStates)[number];

export interface PostedScan {
  readonly name: string;
  readonly fileId: string;
  readonly sha256: string;
  readonly by: Actor;
  readonly at: Instant;
}

/** Takes a scan in, once: the same bytes a second time are the first scan. */
export async function postScan(db: Kysely<unknown>, posted: PostedScan): Promise<{ id: string; fresh: boolean }> {
  const { name, fileId, sha256, by, at } = posted;
  const { rows } = await sql<{ id: string; fresh: boolean }>`
    with kept as (
      insert into scan (id, file_id, sha256, name, status, posted_by, posted_at)
      values (${newId()}, ${fileId}, ${sha256}, ${name}, 'waiting', ${JSON.stringify(by)}::jsonb, ${at})
      on conflict (sha256) do nothing returning id)
    select id, true as fresh from kept union all select id, false from scan where sha256 = ${sha256}`.execute(db);
  const [row] = rows;
  if (row) return row;
  // Another one's transaction has just put it in: now it is to be seen.
  const again = await sql<{ id: string }>`select id from scan where sha256 = ${sha256}`.execute(db);
  const [first] = again.rows;
  if (!first) throw new Error('a scan was neither kept nor there');
  return { id: first.id, fresh: false };
}

/** A scan as lists show it. */
export interface ScanRow {
  readonly id: string;
  readonly name: string;
  readonly status: ScanState;
  /** Null until the file has been opened. */
  readonly pages: number | null;
  readonly pagesRead: number;
  readonly filedParts: number;
  readonly unfiledParts: number;
  /** Why it is no scan at all. */
  readonly fault: string | null;
  readonly postedBy: string;
  readonly postedAt: Instant;
}

const columns = sql`s.id, s.name, s.status, s.pages, s.fault, s.posted_by->>'name' as "postedBy",
  s.posted_at as "postedAt",
  (select count(*)::int from scan_page g where g.scan_id = s.id) as "pagesRead",
  (select count(*)::int from scan_part t where t.scan_id = s.id and t.attachment_id is not null) as "filedParts",
  (select count(*)::int from scan_part t where t.scan_id = s.id and t.attachment_id is null) as "unfiledParts"`;

type Columns = Omit<ScanRow, 'postedAt'> & { postedAt: Date | string };
const rowOf = (row: Columns): ScanRow => ({ ...row, postedAt: instant(row.postedAt) });

/** Whose scans to look among: everybody's, or those that one person posted. */
export type ScansOf = 'all' | { readonly postedBy: string };

const among = (whose: ScansOf) => (whose === 'all' ? sql`true` : sql`s.posted_by->>'name' = ${whose.postedBy}`);

/** Scans, the newest first, from before the one named. */
export async function listScans(
  db: Kysely<unknown>,
  { whose, before, limit }: { whose: ScansOf; before: string | null; limit: number },
): Promise<ScanRow[]> {
  const { rows } = await sql<Columns>`
    select ${columns} from scan s where ${among(whose)} and (${before}::uuid is null or s.id < ${before}::uuid)
     order by s.id desc limit ${limit}`.execute(db);
  return rows.map(rowOf);
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export interface FoundScan extends ScanRow {
  readonly fileId: string;
  readonly size: number;
}

/** Null when there is none among these, or when the text can be no id. */
export async function findScan(db: Kysely<unknown>, id: string, whose: ScansOf): Promise<FoundScan | null> {
  if (!uuid.test(id)) return null;
  const { rows } = await sql<Columns & { fileId: string; size: number }>`
    select ${columns}, s.file_id as "fileId", f.size from scan s join stored_file f on f.id = s.file_id
     where s.id = ${id}::uuid and ${among(whose)}`.execute(db);
  const [row] = rows;
  return row ? { ...rowOf(row), fileId: row.fileId, size: row.size } : null;
}

/** The picture of a page; null where there is none. */
export async function previewOf(db: Kysely<unknown>, scanId: string, page: number): Promise<Buffer | null> {
  const { rows } = await sql<{ preview: Buffer | null }>`
    select preview from scan_page where scan_id = ${scanId} and page = ${page}`.execute(db);
  return rows[0]?.preview ?? null;
}
