import type { Instant } from '@headgate/domain/time';
import { type RawBuilder, sql } from 'kysely';
import type { CaseFilters, ClockFilter, Span } from './case-filters.ts';
import { all, oneOf } from './keyset.ts';

type Condition = RawBuilder<unknown>;

/** Whether conditions are best looked at for all cases together, or case by case down a list that ends soon. */
export type Looking = 'together' | 'one-by-one';

/** The conditions on `cases c` that a list or a count of cases means. */
export function conditionsOf(filters: CaseFilters, now: Instant, looking: Looking = 'together'): Condition[] {
  const { seenBy } = filters;
  const conditions: (Condition | null)[] = [
    filters.status ? oneOf(sql`c.status`, filters.status) : null,
    filters.type ? oneOf(sql`c.type`, filters.type) : null,
    filters.queue ? oneOf(sql`c.queue`, filters.queue) : null,
    filters.priority ? oneOf(sql`c.priority`, filters.priority) : null,
    filters.assignee === null ? sql`c.assignee is null` : null,
    filters.assignee ? sql`c.assignee = ${filters.assignee}` : null,
    filters.accountNumber ? sql`c.account_number = ${filters.accountNumber}` : null,
    within(sql`c.opened_at`, filters.opened),
    within(sql`c.resolved_at`, filters.resolved),
    within(sql`c.closed_at`, filters.closed),
    withClock(filters, now, looking),
    withEvent('case-reopened', filters.reopened),
    withEvent('escalated', filters.escalated, filters.level ? sql`e.data->>'level' = ${filters.level}` : null),
    filters.mail
      ? sql`exists (select from message m where m.case_id = c.id and m.state in ('failed', 'bounced', 'uncertain'))`
      : null,
    filters.stage ? sql`c.stage = ${filters.stage}` : null,
    filters.formYear ? ofFormYear(filters.formYear) : null,
    filters.stuck ? stuck(now) : null,
    filters.q ? found(filters.q) : null,
    seenBy === 'all' ? null : sql`c.involved && ${seenBy}::text[]`,
  ];
  return conditions.filter((condition) => condition !== null);
}

/** That some clock of a case is breached is said by the case's own row, and more than that only by its clocks. */
export function isOfTheCase({ metric, clock, due, result, stopped }: CaseFilters): boolean {
  return clock === 'breached' && !(metric || result || isSpan(due) || isSpan(stopped));
}

/** Cases of RRA forms alone have a form year. */
function ofFormYear(year: number): Condition {
  return sql`(c.type = 'rra-certification' and c.details->>'formYear' = ${String(year)})`;
}

const isSpan = (span: Span | undefined): span is Span => Boolean(span?.from || span?.before);

function within(column: Condition, span: Span | undefined): Condition | null {
  if (!isSpan(span)) return null;
  const ends = [
    ...(span.from ? [sql`${column} >= ${span.from}::timestamptz`] : []),
    ...(span.before ? [sql`${column} < ${span.before}::timestamptz`] : []),
  ];
  return sql`(${all(ends)})`;
}

/**
 * One clock that is as asked in every way. The cached clock says when it is due; whether it is at risk or breached is
 * said by the instant of asking.
 */
function withClock(filters: CaseFilters, now: Instant, looking: Looking): Condition | null {
  if (isOfTheCase(filters)) return sql`c.breached_at <= ${now}::timestamptz`;
  const { metric, clock, due, result, stopped } = filters;
  const dueThen = within(sql`k.due_at`, due);
  const conditions = [
    clock ? clockStands(clock, now) : null,
    dueThen && sql`(k.state = 'running' and ${dueThen})`,
    result ? sql`(k.state = ${result} and k.stopped_at is not null)` : null,
    within(sql`k.stopped_at`, stopped),
    metric ? sql`k.metric = ${metric}` : null,
  ].filter((condition) => condition !== null);
  if (conditions.length === 0) return null;
  // PostgreSQL does not gather beforehand what has an offset.
  const ofThisCase = looking === 'one-by-one' ? sql`offset 0` : sql``;
  return sql`exists (select from clock k where k.case_id = c.id and ${all(conditions)} ${ofThisCase})`;
}

function clockStands(filter: ClockFilter, now: Instant): Condition {
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

function withEvent(type: string, span: Span | undefined, more: Condition | null = null): Condition | null {
  const conditions = [within(sql`e.at`, span), more].filter((condition) => condition !== null);
  if (conditions.length === 0) return null;
  return sql`c.id in (select e.case_id from case_event e where e.type = ${type} and ${all(conditions)})`;
}

/** The procedure has not followed the record for five minutes. */
function stuck(now: Instant): Condition {
  const late = sql`${now}::timestamptz - interval '5 minutes'`;
  return sql`((c.advanced_seq < c.seq and c.last_at < ${late}) or (c.status in ('open', 'on-hold') and c.next_deadline < ${late}))`;
}

/** A whole case number by itself, whole words by the text index, parts of three letters and more by trigrams. */
function found(q: string): Condition {
  if (/^hg-\d{4}-\d{6,}$/i.test(q.trim())) return sql`c.number = ${q.trim().toUpperCase()}`;
  const words = q.split(/\s+/).filter((word) => word.length > 0);
  const whole = sql`c.search @@ websearch_to_tsquery('simple', ${q})`;
  if (words.some((word) => word.length < 3)) return whole;
  const parts = words.map((word) => sql`c.search_text ilike ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
  return sql`(${whole} or (${sql.join(parts, sql` and `)}))`;
}
