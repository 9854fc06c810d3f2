import { foldCase } from '@headgate/domain/case';
import { genesis, hashOf } from '@headgate/persistence';
import { eachCase, type StoredCase } from './stored-cases.ts';
import type { Invariant, RunningSystem } from './system.ts';

export const chainAndRows: Invariant = {
  name: 'I5',
  says: 'events are only ever added, numbered without gaps, chained by hashes, each with an actor; the rows follow from them',
  async check(system) {
    const breaks = await appendOnlyBreaks(system);
    for await (const stored of eachCase(system.sql)) breaks.push(...chainBreaks(stored), ...rowBreaks(stored));
    return breaks;
  },
};

/** Asked as the application's role, which must be refused by right, and as the owner, whom the trigger refuses. */
async function appendOnlyBreaks({ sql }: RunningSystem): Promise<string[]> {
  const breaks: string[] = [];
  for (const role of ['headgate_app', null]) {
    for (const statement of ['update case_event set type = type', 'delete from case_event', 'truncate case_event']) {
      await sql.query('begin');
      if (role) await sql.query(`set local role ${role}`);
      const refused = await sql.query(statement).then(
        () => false,
        () => true,
      );
      await sql.query('rollback');
      if (!refused) breaks.push(`"${statement}" is not refused to ${role ?? 'the owner'}`);
    }
  }
  return breaks;
}

function chainBreaks({ id, number, events, hashes, row }: StoredCase): string[] {
  let prev = genesis;
  for (const [index, event] of events.entries()) {
    if (event.seq !== index + 1) return [`${number}: event ${index + 1} is missing`];
    if (!event.actor?.name) return [`${number}: event ${event.seq} has no actor`];
    const hash = hashOf(id, event, prev);
    if (hash !== hashes[index]) return [`${number}: event ${event.seq} is not what was chained`];
    prev = hash;
  }
  return row.head_hash === prev ? [] : [`${number}: the chain's end is not the one that the case names`];
}

function rowBreaks({ id, number, events, row }: StoredCase): string[] {
  const state = foldCase(id, events);
  const told = {
    status: state.status,
    type: state.type,
    queue: state.queue,
    priority: state.priority,
    stage: state.stage,
    assignee: state.assignee,
    outcome: state.outcome,
    seq: state.seq,
  };
  return Object.entries(told)
    .filter(([key, value]) => row[key] !== value)
    .map(([key, value]) => `${number}: its ${key} is "${row[key]}", and by its events "${value}"`);
}
