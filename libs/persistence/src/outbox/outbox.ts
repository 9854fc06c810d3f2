import type { Instant } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { Client } from 'pg';
import type { CaseRecord } from '../case/record.ts';

export type OutboxEntry =
  | { readonly kind: 'nudge'; readonly caseId: string; readonly seq: number }
  | { readonly kind: 'mail'; readonly messageId: string };

interface OutboxColumns {
  kind: 'nudge' | 'mail';
  case_id: string;
  message_id: string;
  seq: number;
}

/** What committed transactions have left to be told to Temporal. Several relays may carry at once. */
export class Outbox {
  private readonly record: CaseRecord;

  constructor(record: CaseRecord) {
    this.record = record;
  }

  /**
   * Takes up to `limit` entries, hands each to `deliver`, and removes them when all are delivered; answers how many
   * there were. When a delivery fails, all of them stay. Several nudges of one case are delivered as the latest.
   */
  async carry(limit: number, deliver: (entry: OutboxEntry) => Promise<void>): Promise<number> {
    return await this.record.db.transaction().execute(async (db) => {
      const rows = await claim(db, limit, this.record.clock.now());
      await inParallel(entriesOf(rows), PARALLEL, deliver);
      return rows.length;
    });
  }

  /** Calls `onChange` when a transaction has committed something. Reconnects by itself; answers how to stop. */
  async listen(onChange: (caseIds: readonly string[]) => void): Promise<() => Promise<void>> {
    return await listenTo(this.record, onChange);
  }
}

const PARALLEL = 20;

/** Cases before mails: nobody's work waits for a letter to go out. What is to wait for its hour is left where it is. */
async function claim(db: Kysely<unknown>, limit: number, now: Instant): Promise<OutboxColumns[]> {
  const { rows } = await sql<OutboxColumns>`
    delete from outbox where id in (select id from outbox where not_before is null or not_before <= ${now}::timestamptz
                                     order by kind desc, id limit ${limit} for update skip locked)
    returning kind, case_id, message_id, seq`.execute(db);
  return rows;
}

function entriesOf(rows: readonly OutboxColumns[]): OutboxEntry[] {
  const latest = new Map<string, number>();
  for (const row of rows) {
    if (row.kind === 'nudge') latest.set(row.case_id, Math.max(row.seq, latest.get(row.case_id) ?? 0));
  }
  const nudges = [...latest].map(([caseId, seq]): OutboxEntry => ({ kind: 'nudge', caseId, seq }));
  const mails = rows
    .filter((row) => row.kind === 'mail')
    .map((row): OutboxEntry => ({ kind: 'mail', messageId: row.message_id }));
  return [...nudges, ...mails];
}

async function inParallel<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items];
  const lane = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
}

const RECONNECT_MS = 1_000;

/** A connection of its own that listens for committed changes, for as long as nobody stops it. */
export async function listenTo(
  record: Pick<CaseRecord, 'orm'>,
  onChange: (caseIds: readonly string[]) => void,
): Promise<() => Promise<void>> {
  const url = record.orm.config.get('clientUrl');
  let stopped = false;
  let client: Client | null = null;
  const connect = async (): Promise<void> => {
    const next = new Client({ connectionString: String(url) });
    next.on('notification', ({ payload }) => onChange((payload ?? '').split(' ')));
    next.on('error', () => undefined);
    next.on('end', () => {
      if (!stopped) setTimeout(() => void connect(), RECONNECT_MS);
    });
    client = next;
    await next.connect().then(
      () => next.query('listen record'),
      () => undefined,
    );
  };
  await connect();
  return async () => {
    stopped = true;
    await client?.end().catch(() => undefined);
  };
}
