import type { Queue, Role } from '@headgate/domain/people';
import type { Instant } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { instant } from '../case/loading.ts';

/** A member of staff as sign-in knows them. */
export interface StaffMember {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly queue: Queue;
  readonly email: string;
}

export interface SessionHolder extends StaffMember {
  readonly expiresAt: Instant;
}

const member = sql`s.username, s.name, s.role, s.queue, s.email`;

/** An active member of staff with the hash of their password; null for an unknown or inactive name. */
export async function staffToSignIn(
  db: Kysely<unknown>,
  username: string,
): Promise<(StaffMember & { passwordHash: string | null }) | null> {
  const { rows } = await sql<StaffMember & { passwordHash: string | null }>`
    select ${member}, s.password_hash as "passwordHash" from staff s where s.username = ${username} and s.active`.execute(
    db,
  );
  return rows[0] ?? null;
}

export interface NewSession {
  readonly tokenHash: string;
  readonly username: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

/** Begins a session, and sweeps away the user's own that are over. */
export async function beginSession(db: Kysely<unknown>, session: NewSession): Promise<void> {
  await sql`
    with over as (delete from session where username = ${session.username} and expires_at <= ${session.createdAt}::timestamptz)
    insert into session (token_hash, username, created_at, expires_at)
    values (${session.tokenHash}, ${session.username}, ${session.createdAt}, ${session.expiresAt})`.execute(db);
}

/** Who holds the session of this token's hash; null when it is over, was ended, or its holder is no longer active. */
export async function sessionHolder(
  db: Kysely<unknown>,
  tokenHash: string,
  now: Instant,
): Promise<SessionHolder | null> {
  const { rows } = await sql<StaffMember & { expiresAt: Date | string }>`
    select ${member}, n.expires_at as "expiresAt" from session n join staff s on s.username = n.username
     where n.token_hash = ${tokenHash} and n.expires_at > ${now}::timestamptz and s.active`.execute(db);
  const row = rows[0];
  return row ? { ...row, expiresAt: instant(row.expiresAt) } : null;
}

export async function endSession(db: Kysely<unknown>, tokenHash: string): Promise<void> {
  await sql`delete from session where token_hash = ${tokenHash}`.execute(db);
}
