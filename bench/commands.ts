import type { Actor } from '@headgate/domain/people';
import type { CaseRecord } from '@headgate/persistence';
import { bareInsert } from './limit.ts';
import { load, row } from './load.ts';
import { benchApi, benchDatabase } from './world.ts';

const CASES = 400;
const priorities = ['low', 'normal', 'high', 'urgent'];

/** Commands on open cases over HTTP, beside a bare insert. Wanted: 0.08 of it; aimed at: 0.12. */
export async function benchCommands(): Promise<void> {
  const database = await benchDatabase();
  try {
    for (const clients of [1, 16]) {
      const limit = await bareInsert(database.ownerUrl, JSON.stringify({ priority: 'high' }), clients);
      row('bare Nest + one INSERT', clients, limit);
      const next = commandsOn(await openCases(database.record, CASES));
      const api = await benchApi(database.url);
      const figures = await load({ ...api, clients, next });
      await api.stop();
      row('command (priority)', clients, figures, limit);
    }
  } finally {
    await database.close();
  }
}

/** Each case in turn, each time another priority, so that every command changes something. */
function commandsOn(ids: readonly string[]) {
  let count = 0;
  return () => {
    const id = ids[count % ids.length];
    const priority = priorities[Math.floor(count++ / ids.length) % priorities.length];
    return { method: 'POST' as const, path: `/api/v1/cases/${id}/priority`, body: JSON.stringify({ priority }) };
  };
}

export const specialist: Actor = { kind: 'staff', name: 'specialist2', role: 'specialist-2' };

export async function openCases(record: CaseRecord, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const opening = {
      type: 'high-consumption',
      channel: 'phone',
      subject: `Case ${n}`,
      accountNumber: '100001',
      details: {},
    } as const;
    ids.push((await record.open(opening, specialist)).id);
  }
  return ids;
}
