import type { Instant } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';

/** One act of a client: whoever asks, by which method and path, under which key, with which body. */
export interface KeyedRequest {
  readonly username: string;
  readonly route: string;
  readonly key: string;
  readonly bodyHash: string;
}

/** An answer as it went over the wire. */
export interface StoredAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export type Claim =
  | { readonly kind: 'first' }
  | { readonly kind: 'repeat'; readonly answer: StoredAnswer }
  | { readonly kind: 'other-body' }
  | { readonly kind: 'in-progress' };

/** From when on an earlier use of a key still counts: one that was answered, and one that never was. */
export interface KeyTerms {
  readonly now: Instant;
  readonly answeredSince: Instant;
  readonly begunSince: Instant;
}

/**
 * Takes the key for this transaction; its first statement. A parallel repeat waits here until the first one's
 * transaction has ended. A key whose earlier use counts no more is free again.
 */
export async function claimKey(db: Kysely<unknown>, asked: KeyedRequest, terms: KeyTerms): Promise<Claim> {
  const { rows } = await sql`
    insert into idempotency_key (username, route, key, body_hash, at)
    values (${asked.username}, ${asked.route}, ${asked.key}, ${asked.bodyHash}, ${terms.now})
    on conflict (username, route, key) do update
       set body_hash = excluded.body_hash, at = excluded.at, status = null, headers = null, body = null
     where idempotency_key.at < ${terms.answeredSince}::timestamptz
        or (idempotency_key.status is null and idempotency_key.at < ${terms.begunSince}::timestamptz)
    returning key`.execute(db);
  return rows.length > 0 ? { kind: 'first' } : await earlier(db, asked);
}

async function earlier(db: Kysely<unknown>, { username, route, key, bodyHash }: KeyedRequest): Promise<Claim> {
  const { rows } = await sql<Omit<StoredAnswer, 'status'> & { body_hash: string; status: number | null }>`
    select body_hash, status, headers, body from idempotency_key
     where username = ${username} and route = ${route} and key = ${key}`.execute(db);
  const row = rows[0];
  if (!row) return { kind: 'in-progress' };
  if (row.body_hash !== bodyHash) return { kind: 'other-body' };
  if (row.status === null) return { kind: 'in-progress' };
  return { kind: 'repeat', answer: { status: row.status, headers: row.headers, body: row.body } };
}

export async function storeAnswer(db: Kysely<unknown>, asked: KeyedRequest, answer: StoredAnswer): Promise<void> {
  await sql`
    update idempotency_key set status = ${answer.status}, headers = ${JSON.stringify(answer.headers)}::jsonb, body = ${answer.body}
     where username = ${asked.username} and route = ${asked.route} and key = ${asked.key}`.execute(db);
}

/** Gives a key back whose act came to nothing. */
export async function releaseKey(db: Kysely<unknown>, { username, route, key }: KeyedRequest): Promise<void> {
  await sql`delete from idempotency_key where username = ${username} and route = ${route} and key = ${key}`.execute(db);
}

/** Forgets the keys that were used before an instant. */
export async function forgetKeys(db: Kysely<unknown>, before: Instant): Promise<void> {
  await sql`delete from idempotency_key where at < ${before}::timestamptz`.execute(db);
}
