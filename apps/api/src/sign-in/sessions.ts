import { createHash, randomBytes } from 'node:crypto';
import { instantOf, millis } from '@headgate/domain/time';
import {
  beginSession,
  CaseRecord,
  endSession,
  type SessionHolder,
  sessionHolder,
  staffToSignIn,
} from '@headgate/persistence';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Problem } from '../http/problem.ts';

const LASTS_MS = 12 * 60 * 60_000;
/** A session that was ended elsewhere is noticed within this time. */
const FRESH_FOR_MS = 1_500;
const KEPT = 10_000;

interface Known {
  readonly holder: Promise<SessionHolder | null>;
  readonly at: number;
}

export interface SignedIn {
  readonly token: string;
  readonly holder: SessionHolder;
}

@Injectable()
export class Sessions {
  private readonly known = new Map<string, Known>();
  private readonly dummy = hash(randomBytes(16).toString('hex'));

  constructor(private readonly record: CaseRecord) {}

  /** Begins a session. An unknown name costs the same work, and is refused in the same words, as a wrong password. */
  async begin(username: string, password: string): Promise<SignedIn> {
    const member = await staffToSignIn(this.record.db, username);
    const right = await verify(member?.passwordHash ?? (await this.dummy), password).catch(() => false);
    if (!member?.passwordHash || !right)
      throw new Problem(401, 'wrong-credentials', 'The name or the password is not right.');
    const token = randomBytes(32).toString('base64url');
    const createdAt = this.record.clock.now();
    const expiresAt = instantOf(millis(createdAt) + LASTS_MS);
    await beginSession(this.record.db, { tokenHash: hashOf(token), username, createdAt, expiresAt });
    const { passwordHash: _secret, ...person } = member;
    return { token, holder: { ...person, expiresAt } };
  }

  /** Who holds the session of this token, looked up anew every second and a half; null when there is none. */
  async holderOf(tokenHash: string): Promise<SessionHolder | null> {
    const now = performance.now();
    const known = this.known.get(tokenHash);
    if (known && now - known.at < FRESH_FOR_MS) return await alive(known.holder, this.record.clock.now());
    const holder = sessionHolder(this.record.db, tokenHash, this.record.clock.now());
    this.keep(tokenHash, { holder, at: now });
    holder.catch(() => this.known.delete(tokenHash));
    return await holder;
  }

  async end(tokenHash: string): Promise<void> {
    await endSession(this.record.db, tokenHash);
    this.known.delete(tokenHash);
  }

  private keep(tokenHash: string, known: Known): void {
    this.known.delete(tokenHash);
    this.known.set(tokenHash, known);
    if (this.known.size > KEPT) this.known.delete(this.known.keys().next().value as string);
  }
}

async function alive(looked: Promise<SessionHolder | null>, now: string): Promise<SessionHolder | null> {
  const holder = await looked;
  return holder && millis(holder.expiresAt) > millis(now) ? holder : null;
}

/** Only the hash of a token is kept. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
