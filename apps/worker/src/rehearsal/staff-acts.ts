import { type CaseState, type Office, sharedTasks, type TaskDefinition, type TaskState } from '@headgate/domain/case';
import type { FormValues } from '@headgate/domain/forms';
import { type Actor, type Person, queuesFor, roleMay } from '@headgate/domain/people';
import { addDays, dayNumber, type Instant, instantOf, millis } from '@headgate/domain/time';
import type { RefusedTask } from './refusals.ts';
import type { Scenario, ScenarioAct } from './scenario.ts';

/** What will be done to an open task, when, and by whom. */
export interface PlannedAct {
  readonly at: Instant;
  readonly task: TaskState;
  readonly by: Actor;
  readonly outcome: FormValues | null;
  readonly returnReason: string | null;
}

/** Which completions were refused so far, by the task's id. */
export type RefusedTasks = ReadonlyMap<string, RefusedTask>;

/** So often a refused task is tried, then it is left. */
const MOST_TRIES = 5;

/** The next thing that the staff of the scenario do on this case; null when nobody acts. */
export function nextAct(
  state: CaseState,
  office: Office,
  people: Scenario['people'],
  refused: RefusedTasks = new Map(),
): PlannedAct | null {
  const open = [...state.tasks.values()].filter((task) => task.status === 'open' || task.status === 'claimed');
  const planned = open
    .map((task) => {
      const before = refused.get(task.id);
      return before ? tryAgain(task, before, state, office, people) : plan(task, state, office, people);
    })
    .filter((act) => act !== null);
  return planned.sort((a, b) => millis(a.at) - millis(b.at))[0] ?? null;
}

/** What a rule refused is tried again as usual at the next office day's opening, where the staff are there at all. */
function tryAgain(
  task: TaskState,
  { at, times }: RefusedTask,
  state: CaseState,
  office: Office,
  { default: manner }: Scenario['people'],
): PlannedAct | null {
  if (manner === 'absent' || times >= MOST_TRIES) return null;
  const again = plan(task, state, office, { default: manner, acts: [] });
  return again && { ...again, at: openingAfterDayOf(at, office) };
}

function plan(task: TaskState, state: CaseState, office: Office, people: Scenario['people']): PlannedAct | null {
  const acts = people.acts.filter((act) => act.task === task.kind);
  const nth = [...state.tasks.values()].filter((other) => other.kind === task.kind).indexOf(task);
  const act = acts[nth];
  if (!act && people.default === 'absent') return null;
  const by = actorFor(task, state, office, act?.by);
  if (!by) return null;
  const at = act ? instantAfter(act, task) : nextOpening(office, task.openedAt);
  const today = office.book.calendar('district').dateAt(millis(at));
  const outcome = act?.return
    ? null
    : (act?.outcome ?? definitionOf(task, state, office).defaultOutcome(task.facts, today));
  return { at, task, by, outcome, returnReason: act?.return ?? null };
}

function definitionOf(task: TaskState, state: CaseState, office: Office): TaskDefinition {
  const definition = office.definition(state.type)?.tasks[task.kind] ?? sharedTasks[task.kind];
  if (!definition) throw new Error(`no task ${task.kind} in ${state.type}`);
  return definition;
}

function nextOpening(office: Office, from: Instant): Instant {
  const opening = office.book.calendar('district').nextOpening(millis(from));
  if (opening === null) throw new Error('the district calendar never opens');
  return instantOf(opening);
}

function openingAfterDayOf(at: Instant, office: Office): Instant {
  const calendar = office.book.calendar('district');
  return nextOpening(office, instantOf(calendar.instantOf(dayNumber(addDays(calendar.dateAt(millis(at)), 1)), 0)));
}

/** Somebody of the task's department who may do it: who has done the fewest tasks of this kind on the case. */
function actorFor(task: TaskState, state: CaseState, office: Office, named: string | undefined): Actor | null {
  const needs = definitionOf(task, state, office).needs;
  const may = (person: Person) =>
    queuesFor(person.role).includes(task.queue) &&
    person.username !== task.askedBy &&
    (!needs || roleMay(person.role, needs));
  const times = (username: string) =>
    [...state.tasks.values()].filter((t) => t.kind === task.kind && t.assignee === username).length;
  const able = office.people
    .filter((person) => may(person) && person.role !== 'admin')
    .sort(
      (a, b) =>
        Number(b.queue === task.queue) - Number(a.queue === task.queue) || times(a.username) - times(b.username),
    );
  const person = named
    ? office.people.find(({ username }) => username === named)
    : (able.find(({ username }) => username === task.assignee) ?? able[0]);
  return person ? { kind: 'staff', name: person.username, role: person.role } : null;
}

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

function instantAfter({ after }: ScenarioAct, task: TaskState): Instant {
  const opened = millis(task.openedAt);
  if (typeof after === 'number') return instantOf(opened + after * 60_000);
  if (/^\d{4}-/.test(after)) return instantOf(Math.max(opened, Date.parse(after)));
  return instantOf(opened + durationMs(after));
}

/** `P3DT2H`, `2h 30m`, `3 days`: what people write for a span of time. */
function durationMs(text: string): number {
  const iso = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/i.exec(text);
  if (iso) {
    const [weeks = 0, days = 0, hours = 0, minutes = 0] = iso.slice(1).map((part) => Number(part ?? 0));
    return ((weeks * 7 + days) * 24 + hours) * 3_600_000 + minutes * 60_000;
  }
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s*([mhdw])/gi)];
  if (parts.length === 0) throw new Error(`people: "${text}" is no span of time such as 2h or 3d`);
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (units[String(unit).toLowerCase()] ?? 0), 0);
}
