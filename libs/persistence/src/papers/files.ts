import { createHash } from 'node:crypto';
import type { Instant } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';

const PIECE = 1024 * 1024;

/** An id for a paper: known before its row is written, so that the event can name it. */
export const newId = (): string => uuidv7();

/** A file in the database: its bytes in pieces, so that it is never whole in memory. */
export interface StoredFile {
  readonly id: string;
  readonly size: number;
  readonly sha256: string;
}

/** Stores what `source` gives, piece by piece. Until it has ended the file has no size, and nothing may hold it. */
export async function storeFile(
  db: Kysely<unknown>,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  at: Instant,
): Promise<StoredFile> {
  const id = newId();
  await sql`insert into stored_file (id, begun_at) values (${id}, ${at})`.execute(db);
  try {
    return await storePieces(db, id, source);
  } catch (error) {
    // Within a transaction that has failed there is nothing to drop any more.
    await dropUnheld(db, id).catch(() => undefined);
    throw error;
  }
}

async function storePieces(
  db: Kysely<unknown>,
  id: string,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<StoredFile> {
  const hash = createHash('sha256');
  let size = 0;
  let n = 0;
  for await (const piece of inPieces(source)) {
    hash.update(piece);
    size += piece.length;
    await sql`insert into stored_piece (file_id, n, bytes) values (${id}, ${n++}, ${piece})`.execute(db);
  }
  const sha256 = hash.digest('hex');
  await sql`update stored_file set size = ${size}, sha256 = ${sha256} where id = ${id}`.execute(db);
  return { id, size, sha256 };
}

/** The bytes of a file from its beginning, a piece at a time. */
export async function* bytesOf(db: () => Kysely<unknown>, fileId: string): AsyncGenerator<Buffer> {
  for (let n = 0; ; n++) {
    const { rows } = await sql<{ bytes: Buffer }>`
      select bytes from stored_piece where file_id = ${fileId} and n = ${n}`.execute(db());
    const [row] = rows;
    if (!row) return;
    yield row.bytes;
  }
}

/** Lets go of a file that nothing holds; one that something holds stays. */
export async function dropUnheld(db: Kysely<unknown>, fileId: string): Promise<void> {
  await sql`delete from stored_file f where f.id = ${fileId} and ${unheld}`.execute(db);
}

/** Files that began before an instant and that nothing came to hold: their sender or this program was cut off. */
export async function dropAbandoned(db: Kysely<unknown>, before: Instant): Promise<void> {
  await sql`delete from stored_file f where f.begun_at < ${before} and ${unheld}`.execute(db);
}

const unheld = sql`not exists (select from attachment a where a.file_id = f.id)
  and not exists (select from scan s where s.file_id = f.id)
  and not exists (select from scan_part p where p.file_id = f.id)`;

/** The same bytes in pieces of one size, whatever the source's own are. */
async function* inPieces(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    for (let from = 0; from < chunk.length; ) {
      const part = chunk.subarray(from, from + PIECE - length);
      waiting.push(part);
      length += part.length;
      from += part.length;
      if (length < PIECE) continue;
      yield Buffer.concat(waiting);
      waiting = [];
      length = 0;
    }
  }
  if (length > 0) yield Buffer.concat(waiting);
}
