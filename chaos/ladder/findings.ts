import type { CaseEvent } from '@headgate/domain/case';
import { type CaseRecord, loadCase } from '@headgate/persistence';
import { sql } from 'kysely';
import { effects, ladderInSeconds, stepSeconds } from './policy.ts';

export interface Findings {
  readonly cases: number;
  readonly steps: number;
  readonly mails: number;
  /** What is lost, doubled or at the wrong instant; empty when all is well. */
  readonly faults: readonly string[];
  /** Seconds from the instant of each step until it was recorded, in order. */
  readonly lateness: readonly number[];
}

/** Looks at the whole record: each step of each case once, at its true instant, with its effects and its mail once. */
export async function examine(record: CaseRecord, taken: ReadonlyMap<string, number>): Promise<Findings> {
  const { rows } = await sql<{ id: string }>`select id from cases order by number`.execute(record.db);
  const faults: string[] = [];
  const lateness: number[] = [];
  for (const { id } of rows) {
    const events = await loadCase(record.db, id);
    faults.push(...faultsOf(events).map((fault) => `${id}: ${fault}`));
    for (const { at, data } of escalations(events)) lateness.push((Date.parse(at) - Date.parse(data.dueAt)) / 1000);
  }
  for (const [id, times] of taken) if (times > 1) faults.push(`the mail ${id} was taken ${times} times`);
  faults.push(...(await mailFaults(record, taken)));
  lateness.sort((a, b) => a - b);
  return { cases: rows.length, steps: lateness.length, mails: taken.size, faults, lateness };
}

const escalations = (events: readonly CaseEvent[]) =>
  events.filter((event): event is CaseEvent<'escalated'> => event.type === 'escalated');

function faultsOf(events: readonly CaseEvent[]): string[] {
  return [...stepFaults(events), ...effectFaults(events), ...toldFaults(events)];
}

/** The instants are worked out here by hand: so many seconds after the opening. */
function stepFaults(events: readonly CaseEvent[]): string[] {
  const opened = Date.parse(events[0]?.at ?? '');
  const found = escalations(events).map(({ data }) => data);
  return ladderInSeconds.ladder.flatMap(({ name }, i) => {
    const recorded = found.filter(({ level }) => level === name);
    if (recorded.length !== 1) return [`${name} is recorded ${recorded.length} times`];
    const due = opened + (i + 1) * stepSeconds * 1000;
    return recorded[0]?.dueAt === new Date(due).toISOString() ? [] : [`${name} stands at ${recorded[0]?.dueAt}`];
  });
}

function effectFaults(events: readonly CaseEvent[]): string[] {
  return Object.entries(effects).flatMap(([type, wanted]) => {
    const done = events.filter((event) => event.type === type && event.actor.kind === 'clock').length;
    return done === wanted ? [] : [`${type} by the clock ${done} times instead of ${wanted}`];
  });
}

/** Each person who was told of a step is written to about it in one mail. */
function toldFaults(events: readonly CaseEvent[]): string[] {
  const mails = events.flatMap((event) =>
    event.type === 'message-queued' && event.data.audience === 'staff' ? [event.data] : [],
  );
  return escalations(events).flatMap(({ data }) =>
    data.told.flatMap((username) => {
      const about = mails.filter(
        ({ to, data: told }) =>
          to.address.startsWith(`${username}@`) &&
          (told.levels as { level: string }[]).some(({ level }) => level === data.level),
      );
      return about.length === 1 ? [] : [`${username} is written to ${about.length} times about ${data.level}`];
    }),
  );
}

/** What the record says was sent has arrived. Of a mail in whose dialogue the worker was killed nobody knows: it says so. */
async function mailFaults(record: CaseRecord, taken: ReadonlyMap<string, number>): Promise<string[]> {
  const { rows } = await sql<{ mailId: string; state: string }>`
    select mail_id as "mailId", state from message where channel = 'email'`.execute(record.db);
  return rows.flatMap(({ mailId, state }) => {
    if (state === 'sent' && !taken.has(mailId)) return [`the mail ${mailId} is recorded as sent and was not taken`];
    if (state === 'queued' && taken.has(mailId)) return [`the mail ${mailId} was taken and is recorded as waiting`];
    return [];
  });
}
