import type { Actor } from '@headgate/domain/people';
import type { Instant } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { instant } from '../case/loading.ts';

export interface RecordedEvent {
  readonly seq: number;
  readonly type: string;
  readonly at: Instant;
  readonly actor: Actor;
  readonly data: Record<string, unknown>;
  readonly hash: string;
}

/** The whole record of a case, each event with its link of the chain. */
export async function eventsOf(db: Kysely<unknown>, caseId: string): Promise<RecordedEvent[]> {
  const { rows } = await sql<RecordedEvent & { at: Date | string }>`
    select seq, type, at, actor, data, hash from case_event where case_id = ${caseId}::uuid order by seq`.execute(db);
  return rows.map((row) => ({ ...row, at: instant(row.at) }));
}
