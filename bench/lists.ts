import { Client } from 'pg';
import { openCases } from './commands.ts';
import { load, row } from './load.ts';
import { benchApi, benchDatabase } from './world.ts';

const CASES = 100_000;

const questions: Readonly<Record<string, string>> = {
  'list, newest first': '/api/v1/cases?limit=50',
  'list, open in a queue': '/api/v1/cases?status=open&queue=customer-service&limit=50',
  'list, at risk': '/api/v1/cases?clock=at-risk&limit=50',
  'list, breached': '/api/v1/cases?clock=breached&limit=50',
  'search, a number': '/api/v1/cases?q=HG-2026-050123',
  'search, a name': '/api/v1/cases?q=Moreno',
  'search, an address': '/api/v1/cases?q=4711%20Mill%20Road',
};

/**
 * Lists and search at 100,000 cases, of which the newest 10,000 are a month old at most and one in four of those is
 * open still, as in an office that works its cases off. Wanted: p50 of at most 10 ms for one client.
 */
export async function benchLists(): Promise<void> {
  const database = await benchDatabase();
  try {
    await multiply(database.ownerUrl, await openCases(database.record, 1));
    const api = await benchApi(database.url);
    for (const [name, path] of Object.entries(questions)) {
      for (const clients of [1, 16]) {
        row(name, clients, await load({ ...api, clients, seconds: 4, next: () => ({ method: 'GET', path }) }));
      }
    }
    await api.stop();
  } finally {
    await database.close();
  }
}

/** Copies one case and its events many times, with other numbers, people, states and instants. */
async function multiply(ownerUrl: string, [first]: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(copies, [first, CASES]);
  await client.query(eventCopies, [first]);
  await client.query(clockCopies);
  await client.query('analyze');
  await client.end();
}

export const caseColumns = `id, number, type, subject, description, status, stage, priority, channel, account_number, requester, queue, involved, assignee,
    opened_at, opened_by, resolved_at, closed_at, outcome, details, collection_bar, policy, cycle, seq, head_hash, last_at, next_due_at,
    breached_at, advanced_seq, next_deadline, search_text`;

const copies = `
  insert into cases (${caseColumns}) select ${caseColumns} from (select (jsonb_populate_record(c, jsonb_build_object(
    'id', gen_random_uuid(), 'number', 'HG-2026-' || lpad(n::text, 6, '0'),
    'status', case when n <= 10000 then (array['open', 'resolved', 'closed', 'closed'])[1 + n % 4] else 'closed' end,
    'queue', (array['customer-service', 'operations', 'accounting'])[1 + n % 3],
    'priority', (array['low', 'normal', 'high', 'urgent'])[1 + n % 4],
    'next_due_at', case when n <= 10000 and n % 4 = 0 then now() - n * interval '5 minutes' + interval '10 days' end,
    'breached_at', case when n <= 10000 and n % 4 = 0 then now() - n * interval '5 minutes' + interval '10 days' end,
    'opened_at', now() - n * interval '5 minutes',
    'search_text', 'HG-2026-' || lpad(n::text, 6, '0') || ' high bill '
      || (array['Moreno', 'Nguyen', 'Okafor', 'Silva', 'Tran', 'Whitfield'])[1 + n % 6] || ' ' || (100000 + n % 5000) || ' '
      || n % 9000 || ' ' || (array['Mill Road', 'Canal Street', 'Orchard Lane'])[1 + n % 3]))).*
  from cases c, generate_series(10, $2::int) n where c.id = $1) copy`;

const eventCopies = `
  insert into case_event (case_id, seq, type, at, actor, data, prev, hash)
  select c.id, e.seq, e.type, c.opened_at, e.actor,
    case when e.seq = 1 then e.data || jsonb_build_object('number', c.number, 'queue', c.queue, 'priority', c.priority) else e.data end,
    e.prev, e.hash
  from cases c, case_event e where e.case_id = $1 and c.id <> $1`;

const clockCopies = `
  insert into clock (case_id, metric, scope, cycle, state, started_at, stopped_at, due_at, policy, calendar, at_risk_at)
  select c.id, k.metric, 'case', 1, case when c.status = 'open' then 'running' else 'met' end, c.opened_at,
    case when c.status = 'open' then null else c.opened_at + interval '1 day' end, c.opened_at + interval '10 days', k.policy, k.calendar,
    c.opened_at + interval '7 days'
  from cases c, (select distinct on (metric) * from clock where scope = 'case') k
  on conflict do nothing`;
