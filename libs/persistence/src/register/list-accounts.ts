import { Refusal } from '@headgate/domain/case';
import type { CivilDate } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { type AccountClass, type AccountView, accountsOf } from './account-view.ts';

export interface AccountQuery {
  /** Words that must all stand in number, name, address, e-mail or meter serial, in any case and any part of a word. */
  readonly q?: string | undefined;
  readonly class?: AccountClass | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly today: CivilDate;
}

export interface AccountPage {
  readonly items: readonly AccountView[];
  readonly nextCursor: string | null;
}

/** A page of accounts in the order of their numbers. Throws a Refusal on a cursor that it did not give. */
export async function listAccounts(db: Kysely<unknown>, query: AccountQuery): Promise<AccountPage> {
  const conditions = [...wordsOf(query.q).map(holdsWord), ...inClass(query), ...afterCursor(query)];
  const where = conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``;
  const chosen = sql`select number from account ${where} order by number limit ${query.limit + 1}`;
  const found = await accountsOf(db, chosen, query.today);
  const items = found.slice(0, query.limit);
  const last = items.at(-1);
  return { items, nextCursor: found.length > query.limit && last ? cursorAfter(last.number) : null };
}

const MOST_WORDS = 8;

function wordsOf(q: string | undefined): string[] {
  return (q ?? '').replaceAll('\0', '').split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
}

const holdsWord = (word: string) => sql`search_text ilike ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`;

const inClass = (query: AccountQuery) => (query.class ? [sql`class = ${query.class}`] : []);

function afterCursor({ cursor }: AccountQuery) {
  return cursor ? [sql`number > ${numberOf(cursor)}`] : [];
}

const cursorAfter = (number: string): string => Buffer.from(`account:${number}`).toString('base64url');

function numberOf(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (text.startsWith('account:') && !text.includes('\0')) return text.slice('account:'.length);
  const errors = [{ path: 'cursor', message: 'not a cursor of this list' }];
  throw new Refusal('shape', 'invalid-cursor', 'The cursor was not given by this list.', { errors });
}
