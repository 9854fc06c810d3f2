import { type Instant, instantOf, millis } from '@headgate/domain/time';
import { type RawBuilder, sql } from 'kysely';
import type { CaseRecord } from '../case/record.ts';

export interface CaseAt {
  readonly id: string;
  readonly seq: number;
}

const OVERDUE_MS = 60_000;
const KNOWN_NAMESPACE = 'temporal-namespace';

/** The cases and mails that their workflows seem to have lost. */
export class CasesBehind {
  private readonly record: CaseRecord;

  constructor(record: CaseRecord) {
    this.record = record;
  }

  /** Cases whose workflow has not caught up for a minute, or whose deadline is a minute past. */
  async behind(now: Instant, limit: number): Promise<CaseAt[]> {
    const before = instantOf(millis(now) - OVERDUE_MS);
    const { rows } = await sql<CaseAt>`
      (select id, seq from cases where advanced_seq < seq and last_at < ${before} limit ${limit})
      union
      (select id, seq from cases where status in ('open', 'on-hold') and next_deadline < ${before} limit ${limit})`.execute(
      this.record.db,
    );
    return rows;
  }

  /** Every open case, in order of id, a batch at a time. */
  async *allOpen(batch: number): AsyncGenerator<CaseAt> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const { rows } = await sql<CaseAt>`
        select id, seq from cases where id > ${after} and (status in ('open', 'on-hold') or advanced_seq < seq)
         order by id limit ${batch}`.execute(this.record.db);
      yield* rows;
      const last = rows.at(-1);
      if (!last) return;
      after = last.id;
    }
  }

  /** Mails that have waited for an hour without a workflow's taking them up go to the outbox again. */
  async requeueMail(now: Instant): Promise<void> {
    await this.requeue(sql`m.queued_at < ${instantOf(millis(now) - 60 * OVERDUE_MS)}`);
  }

  async requeueAllMail(): Promise<void> {
    await this.requeue(sql`true`);
  }

  private async requeue(condition: RawBuilder<unknown>): Promise<void> {
    await sql`
      insert into outbox (kind, case_id, message_id, seq, at, not_before)
      select 'mail', m.case_id, m.id, 0, m.queued_at, m.not_before from message m
       where m.state in ('queued', 'sending') and ${condition}
         and not exists (select from outbox o where o.message_id = m.id)`.execute(this.record.db);
  }

  async isKnownNamespace(identity: string): Promise<boolean> {
    const { rows } = await sql<{
      value: string;
    }>`select value from installation where key = ${KNOWN_NAMESPACE}`.execute(this.record.db);
    return rows[0]?.value === identity;
  }

  async rememberNamespace(identity: string): Promise<void> {
    await sql`
      insert into installation (key, value) values (${KNOWN_NAMESPACE}, ${identity})
      on conflict (key) do update set value = excluded.value`.execute(this.record.db);
  }
}
