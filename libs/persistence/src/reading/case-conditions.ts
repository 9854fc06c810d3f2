import type { Instant } from '@headgate/domain/time';
import { type RawBuilder, sql } from 'kysely';
import type { CaseFilters, ClockFilter } from './case-list.ts';
import { oneOf } from './keyset.ts';

/** The conditions on `cases c` that a list or a count of cases means. */
export function conditionsOf(filters: CaseFilters, now: Instant): RawBuilder<unknown>[] {
  const { seenBy } = filters;
  const conditions: (RawBuilder<unknown> | null)[] = [
    filters.status ? oneOf(sql`c.status`, filters.status) : null,
    filters.type ? oneOf(sql`c.type`, filters.type) : null,
    filters.queue ? oneOf(sql`c.queue`, filters.queue) : null,
    filters.priority ? oneOf(sql`c.priority`, filters.priority) : null,
    filters.assignee === null ? sql`c.assignee is null` : null,
    filters.assignee ? sql`c.assignee = ${filters.assignee}` : null,
    filters.accountNumber ? sql`c.account_number = ${filters.accountNumber}` : null,
    filters.clock ? withClock(filters.clock, now) : null,
    filters.q ? found(filters.q) : null,
    seenBy === 'all' ? null : sql`c.involved && ${seenBy}::text[]`,
  ];
  return conditions.filter((condition) => condition !== null);
}

/** The cached clock says when it is due; whether it is at risk or breached is said by the instant of asking. */
function withClock(filter: ClockFilter, now: Instant): RawBuilder<unknown> {
  return sql`exists (select from clock k where k.case_id = c.id and ${clockStands(filter, now)})`;
}

function clockStands(filter: ClockFilter, now: Instant): RawBuilder<unknown> {
  switch (filter) {
    case 'paused':
      return sql`k.state = 'paused'`;
    case 'breached':
      return sql`(k.state = 'breached' or (k.state = 'running' and k.due_at <= ${now}::timestamptz))`;
    case 'at-risk':
      return sql`(k.state = 'running' and k.at_risk_at <= ${now}::timestamptz and k.due_at > ${now}::timestamptz)`;
    default:
      return filter satisfies never;
  }
}

/** Whole words by the text index, parts of words of three letters and more by trigrams. */
function found(q: string): RawBuilder<unknown> {
  const words = q.split(/\s+/).filter((word) => word.length > 0);
  const whole = sql`c.search @@ websearch_to_tsquery('simple', ${q})`;
  if (words.some((word) => word.length < 3)) return whole;
  const parts = words.map((word) => sql`c.search_text ilike ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
  return sql`(${whole} or (${sql.join(parts, sql` and `)}))`;
}
