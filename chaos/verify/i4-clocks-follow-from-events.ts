import { escalationKey, foldCase, forecast, isActive, type Office } from '@headgate/domain/case';
import { readClocks } from '@headgate/domain/sla';
import { instantOf, millis } from '@headgate/domain/time';
import { eachCase, type StoredCase } from './stored-cases.ts';
import type { Invariant } from './system.ts';

/** How long after its instant a rung may be unrecorded while the system runs. */
const GRACE_MS = 120_000;

export const clocksFollowFromEvents: Invariant = {
  name: 'I4',
  says: 'every clock is what its events make it, and every rung of the ladder is recorded once, not early, not missed',
  async check({ sql, record }) {
    const office = await record.office.current();
    const breaks: string[] = [];
    for await (const stored of eachCase(sql))
      breaks.push(...clocksOf(stored, office), ...rungsOf(stored, office, record.clock.now()));
    return breaks;
  },
};

function clocksOf({ id, number, events, clocks }: StoredCase, office: Office): string[] {
  const state = foldCase(id, events);
  const computed = forecast(state, office, state.lastAt).clocks;
  if (computed.length !== clocks.length)
    return [`${number} has ${clocks.length} clocks, and its events make ${computed.length}`];
  return computed.flatMap((clock) => {
    const row = clocks.find((c) => c.metric === clock.metric && c.scope === clock.scope && c.cycle === clock.cycle);
    const dueAt = row?.due_at ? row.due_at.toISOString() : null;
    return dueAt === clock.dueAt
      ? []
      : [`${number}: ${clock.metric} is due ${dueAt}, and by its events ${clock.dueAt}`];
  });
}

function rungsOf({ id, number, events }: StoredCase, office: Office, now: string): string[] {
  const escalated = events.filter((event) => event.type === 'escalated');
  const keys = escalated.map(({ data }) => escalationKey({ ...data, cycle: data.clockCycle }));
  const twice = keys
    .filter((key, index) => keys.indexOf(key) !== index)
    .map((key) => `${number}: ${key} is recorded twice`);
  const early = escalated
    .filter(({ at, data }) => millis(at) < millis(data.dueAt))
    .map(({ data }) => `${number}: ${data.level} of ${data.metric} came before ${data.dueAt}`);
  const state = foldCase(id, events);
  const due = isActive(state) ? readClocks(state.history, office.book, instantOf(millis(now) - GRACE_MS)).reached : [];
  const missed = due
    .filter((rung) => !keys.includes(escalationKey({ ...rung, level: rung.step.name })))
    .map((rung) => `${number}: ${rung.step.name} of ${rung.metric} was due ${rung.dueAt} and is not recorded`);
  return [...twice, ...early, ...missed];
}
