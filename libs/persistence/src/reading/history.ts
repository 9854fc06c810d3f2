import type { Actor } from '@headgate/domain/people';
import type { Instant } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { instant } from '../case/loading.ts';
import type { DeliveryState } from '../schema/index.ts';

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

/** A letter or mail as it was written and as it went. */
export interface WrittenMessage {
  readonly id: string;
  readonly channel: 'email' | 'letter';
  readonly template: string;
  readonly audience: 'customer' | 'staff';
  readonly toName: string;
  readonly toAddress: string;
  readonly data: Record<string, unknown>;
  readonly state: DeliveryState;
  readonly subject: string | null;
  readonly bodyText: string | null;
  readonly sentAt: Instant | null;
}

export async function messagesOf(db: Kysely<unknown>, caseId: string): Promise<WrittenMessage[]> {
  const { rows } = await sql<WrittenMessage & { sentAt: Date | string | null }>`
    select id, channel, template, audience, to_name as "toName", to_address as "toAddress", data, state, subject,
           body_text as "bodyText", sent_at as "sentAt"
      from message where case_id = ${caseId}::uuid order by queued_at, id`.execute(db);
  return rows.map((row) => ({ ...row, sentAt: instant(row.sentAt) }));
}
