import type { Instant } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { instant } from '../case/loading.ts';
import { after, type Page, type Place, pageOf } from '../reading/keyset.ts';

/** A hold that went on although the customer had replied; `endedAt` is null while it goes on still. */
export interface OutlivedPause {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly type: string;
  readonly queue: string;
  readonly reason: string;
  readonly code: string | null;
  readonly heldBy: string;
  readonly heldAt: Instant;
  readonly repliedAt: Instant;
  readonly endedAt: Instant | null;
}

export interface PausesAsked {
  /** Holds that began from the first instant on and before the second. */
  readonly from: Instant;
  readonly until: Instant;
  readonly now: Instant;
  readonly limit: number;
  readonly after: Place | null;
}

type Dates = 'heldAt' | 'repliedAt' | 'endedAt';
type Row = Omit<OutlivedPause, Dates> & Record<Dates, Date | string | null> & { id: string; place: string };

const order = { column: sql`h.at`, direction: 'desc', type: 'timestamptz' } as const;
const caseId = sql`h.case_id`;

/** A reply ends a hold when it is told; one that came earlier than it was told, or not at all, was outlived. */
export async function outlivedPauses(db: Kysely<unknown>, asked: PausesAsked): Promise<Page<OutlivedPause>> {
  const later = asked.after ? after(order, caseId, asked.after) : sql`true`;
  const { rows } = await sql<Row>`
    select h.case_id as id, h.case_id as "caseId", c.number as "caseNumber", c.type, c.queue, h.data->>'reason' as reason,
           h.data->>'code' as code, h.actor->>'name' as "heldBy", h.at as "heldAt", reply.at as "repliedAt",
           ended.at as "endedAt", to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
      from case_event h
      join cases c on c.id = h.case_id
      left join lateral (
        select e.at from case_event e
         where e.case_id = h.case_id and e.seq > h.seq
           and e.type in ('resumed', 'case-resolved', 'case-closed', 'case-cancelled')
         order by e.seq limit 1) ended on true
      join lateral (
        select min((e.data->>'at')::timestamptz) as at from case_event e
         where e.case_id = h.case_id and e.type = 'happened' and e.data->>'kind' = 'customer-reply'
           and (e.data->>'at')::timestamptz >= h.at
           and (e.data->>'at')::timestamptz < coalesce(ended.at, ${asked.now}::timestamptz)) reply on reply.at is not null
     where h.type = 'held' and h.at >= ${asked.from}::timestamptz and h.at < ${asked.until}::timestamptz and ${later}
     order by h.at desc, h.case_id desc limit ${asked.limit + 1}`.execute(db);
  const page = pageOf(rows, asked.limit);
  return { ...page, items: page.items.map(pauseOf) };
}

function pauseOf({ id: _id, place: _place, heldAt, repliedAt, endedAt, ...rest }: Row): OutlivedPause {
  return { ...rest, heldAt: instant(heldAt ?? ''), repliedAt: instant(repliedAt ?? ''), endedAt: instant(endedAt) };
}
