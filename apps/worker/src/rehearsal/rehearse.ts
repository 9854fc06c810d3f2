import { type CaseEvent, foldCase, isActive } from '@headgate/domain/case';
import { type Actor, queuesFor } from '@headgate/domain/people';
import { earliestOf, type Instant, millis } from '@headgate/domain/time';
import { type CaseRecord, loadCase } from '@headgate/persistence';
import { Refusals } from './refusals.ts';
import type { Scenario } from './scenario.ts';
import type { ScenarioClock } from './scenario-clock.ts';
import { nextAct, type PlannedAct } from './staff-acts.ts';

export interface TimelineEntry {
  readonly at: Instant;
  readonly event: string;
  readonly data: unknown;
}

/** What a rehearsal needs of the world in which it plays. */
export interface Stage {
  readonly record: CaseRecord;
  readonly clock: ScenarioClock;
  /** Carries the outbox, and comes back when every case is caught up and no mail is under way. */
  settle(): Promise<void>;
  /** When the next mail goes out that waits for its hour; null: none waits. */
  nextMail(): Promise<Instant | null>;
  /** Lets this much time pass for the workflows. */
  skip(ms: number): Promise<void>;
}

/** Plays a scenario through the real procedure, and answers what the record then holds, dated. */
export async function rehearse(scenario: Scenario, stage: Stage): Promise<TimelineEntry[]> {
  const { record } = stage;
  const caseId = await openCase(scenario, stage);
  const until = endOf(scenario);
  const happenings = [...scenario.happenings].sort((a, b) => millis(a.at) - millis(b.at));
  const refusals = new Refusals(stage.clock);
  for (;;) {
    await stage.settle();
    const events = await loadCase(record.db, caseId);
    const state = foldCase(caseId, events);
    const act = nextAct(state, await record.office.current(), scenario.people, refusals.ofTasks);
    const next = earliestOf([await deadlineOf(record, caseId), await stage.nextMail(), happenings[0]?.at, act?.at]);
    if (next === null || millis(next) > until || (!isActive(state) && happenings.length === 0))
      return inOrder(timeline(events), refusals.entries);
    await passTo(stage, next);
    const happening = happenings[0] && millis(happenings[0].at) <= millis(next) ? happenings.shift() : undefined;
    if (happening) await refusals.noting({ happening: happening.kind }, () => happen(caseId, happening, stage));
    else if (act && millis(act.at) <= millis(next))
      await refusals.noting({ task: act.task.kind, taskId: act.task.id, by: act.by.name }, () =>
        perform(caseId, act, record),
      );
  }
}

async function openCase({ type, intake }: Scenario, { record }: Stage): Promise<string> {
  const { openedBy, accountNumber, requester, description, ...rest } = intake;
  const state = await record.open(
    {
      type,
      ...rest,
      ...(description ? { description } : {}),
      ...(accountNumber ? { accountNumber } : {}),
      ...(requester ? { requester: contactOf(requester) } : {}),
    },
    await actorNamed(record, openedBy),
  );
  return state.id;
}

const contactOf = ({
  name,
  email,
  phone,
}: {
  name: string;
  email?: string | undefined;
  phone?: string | undefined;
}) => ({
  name,
  ...(email ? { email } : {}),
  ...(phone ? { phone } : {}),
});

async function passTo({ clock, skip, settle }: Stage, next: Instant): Promise<void> {
  const span = millis(next) - millis(clock.now());
  clock.moveTo(next);
  if (span <= 0) return;
  await skip(span);
  await settle();
}

async function happen(caseId: string, happening: Scenario['happenings'][number], { record }: Stage): Promise<void> {
  const actor = happening.by ? await actorNamed(record, happening.by) : outside;
  const { kind, at, data } = happening;
  await record.execute(caseId, { kind: 'happen', happening: kind, at: new Date(at).toISOString(), data }, actor);
}

const outside: Actor = { kind: 'customer', name: 'customer' };

async function perform(caseId: string, act: PlannedAct, record: CaseRecord): Promise<void> {
  const taskId = act.task.id;
  const command = act.outcome
    ? ({ kind: 'complete', taskId, outcome: act.outcome } as const)
    : ({ kind: 'return', taskId, reason: act.returnReason ?? 'returned' } as const);
  await record.execute(caseId, command, act.by);
}

async function actorNamed(record: CaseRecord, username: string): Promise<Actor> {
  const person = (await record.office.current()).people.find((someone) => someone.username === username);
  if (!person || queuesFor(person.role).length === 0) throw new Error(`nobody on the staff is called ${username}`);
  return { kind: 'staff', name: person.username, role: person.role };
}

async function deadlineOf(record: CaseRecord, caseId: string): Promise<Instant | null> {
  const row = await record.caseRow(caseId);
  return row?.nextDeadline ? row.nextDeadline.toISOString() : null;
}

function endOf({ until }: Scenario): number {
  return until.length === 10 ? Date.parse(`${until}T23:59:59.999Z`) + 8 * 3_600_000 : Date.parse(until);
}

function timeline(events: readonly CaseEvent[]): TimelineEntry[] {
  return events.map(({ at, type, actor, data }) => ({ at, event: type, data: { ...data, actor: actor.name } }));
}

/** What was refused is no part of the record: it is told between its events, after those of the same instant. */
function inOrder(events: readonly TimelineEntry[], refused: readonly TimelineEntry[]): TimelineEntry[] {
  return [...events, ...refused].sort((a, b) => millis(a.at) - millis(b.at));
}
