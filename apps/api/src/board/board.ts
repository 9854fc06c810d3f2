import { dayMs, type Instant, instantOf, millis } from '@headgate/domain/time';
import {
  type CaseFilters,
  CaseRecord,
  countCases,
  countCasesBy,
  countCompliance,
  countEscalations,
  countTasksByQueue,
  type SessionHolder,
} from '@headgate/persistence';
import { Injectable } from '@nestjs/common';
import { type Figure, figure, figuresOf, filtersOf, type ListQuery } from './figures.ts';
import { type Period, periodOf } from './period.ts';

const running = 'open,on-hold';
const hourMs = 3_600_000;

/** The managers' board: risk now, apart from what was kept and broken in a period. */
@Injectable()
export class Board {
  constructor(private readonly record: CaseRecord) {}

  async of(period: string, by: SessionHolder) {
    const now = this.record.clock.now();
    const { book } = await this.record.office.current();
    const span = periodOf(period, now, book.calendar('district'));
    const earlier = { from: span.earlierFrom, before: span.from };
    const [risk, waitingOn, byStatus, byQueue, byType, byPriority, backlogAge, failures] = await Promise.all([
      this.counted(riskNow(now), by, now),
      this.waitingOn(by),
      this.by('status', {}, by, now),
      this.by('queue', { status: running }, by, now),
      this.by('type', { status: running }, by, now),
      this.by('priority', { status: running }, by, now),
      this.counted(backlogByAge(now), by, now),
      this.counted({ failedMail: { mail: 'failed' }, stuck: { stuck: 'true' } }, by, now),
    ]);
    const [flow, compliance, escalations, before, complianceBefore] = await Promise.all([
      this.counted(flowOf(span), by, now),
      this.compliance(span),
      this.escalations(span),
      this.counted(flowOf(earlier), by, now),
      this.compliance(earlier),
    ]);
    return {
      asOf: now,
      period: { name: period, from: span.from, before: span.before, earlierFrom: span.earlierFrom },
      ...{
        risk,
        waitingOn,
        byStatus,
        byQueue,
        byType,
        byPriority,
        backlogAge,
        failures,
        flow,
        compliance,
        escalations,
      },
      earlier: { flow: before, compliance: complianceBefore },
    };
  }

  private async counted<Name extends string>(
    queries: Readonly<Record<Name, ListQuery>>,
    by: SessionHolder,
    now: Instant,
  ) {
    const filters = Object.fromEntries(
      Object.entries<ListQuery>(queries).map(([name, query]) => [name, filtersOf(query, by)]),
    ) as Record<Name, CaseFilters>;
    const common = filtersOf(
      Object.values<ListQuery>(queries).every(({ status }) => status === running) ? { status: running } : {},
      by,
    );
    return figuresOf(queries, await countCases(this.record.db, common, filters, now));
  }

  private async by(what: 'queue' | 'type' | 'status' | 'priority', query: ListQuery, by: SessionHolder, now: Instant) {
    const counts = await countCasesBy(this.record.db, what, filtersOf(query, by), now);
    return named(counts, (name) => figure('cases', { ...query, [what]: name }, counts.get(name) ?? 0));
  }

  /** Whom the open cases wait for: the tasks that each department has. */
  private async waitingOn(by: SessionHolder) {
    const status = 'open,claimed';
    const counts = await countTasksByQueue(this.record.db, {
      status: ['open', 'claimed'],
      seenBy: filtersOf({}, by).seenBy,
    });
    return named(counts, (queue) => figure('tasks', { status, queue }, counts.get(queue) ?? 0));
  }

  private async compliance({ from, before }: Pick<Period, 'from' | 'before'>) {
    const counts = await countCompliance(this.record.db, from, before);
    const metrics = [...Map.groupBy(counts, ({ metric }) => metric)];
    return Object.fromEntries(
      metrics.map(([metric, results]) => {
        const count = (result: string) => results.find((found) => found.result === result)?.count ?? 0;
        const of = (result: string) =>
          figure('cases', { metric, result, stoppedFrom: from, stoppedBefore: before }, count(result));
        return [metric, { met: of('met'), breached: of('breached') }];
      }),
    );
  }

  private async escalations({ from, before }: Period) {
    const counts = await countEscalations(this.record.db, from, before);
    return named(counts, (level) =>
      figure('cases', { level, escalatedFrom: from, escalatedBefore: before }, counts.get(level) ?? 0),
    );
  }
}

const named = (counts: ReadonlyMap<string, number>, told: (name: string) => Figure): Record<string, Figure> =>
  Object.fromEntries([...counts.keys()].map((name) => [name, told(name)]));

function riskNow(now: Instant) {
  const soon = (hours: number) => ({
    status: running,
    dueFrom: now,
    dueBefore: instantOf(millis(now) + hours * hourMs),
  });
  return {
    open: { status: 'open' },
    onHold: { status: 'on-hold' },
    breached: { status: running, clock: 'breached' },
    atRisk: { status: running, clock: 'at-risk' },
    paused: { status: running, clock: 'paused' },
    dueIn4Hours: soon(4),
    dueIn24Hours: soon(24),
    unassigned: { status: running, assignee: 'none' },
    urgent: { status: running, priority: 'urgent' },
  };
}

function backlogByAge(now: Instant) {
  const ago = (days: number) => instantOf(millis(now) - days * dayMs);
  return {
    upToOneDay: { status: running, openedFrom: ago(1) },
    oneToSevenDays: { status: running, openedFrom: ago(7), openedBefore: ago(1) },
    sevenToThirtyDays: { status: running, openedFrom: ago(30), openedBefore: ago(7) },
    thirtyToNinetyDays: { status: running, openedFrom: ago(90), openedBefore: ago(30) },
    overNinetyDays: { status: running, openedBefore: ago(90) },
  };
}

/** What came in and what was ended in a time. */
function flowOf({ from, before }: Pick<Period, 'from' | 'before'>) {
  return {
    opened: { openedFrom: from, openedBefore: before },
    resolved: { resolvedFrom: from, resolvedBefore: before },
    closed: { closedFrom: from, closedBefore: before },
    reopened: { reopenedFrom: from, reopenedBefore: before },
    escalated: { escalatedFrom: from, escalatedBefore: before },
  };
}
