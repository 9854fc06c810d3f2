import { defaultPolicies } from '@headgate/domain/sla';
import { addJob, carryOutWhatIf, findJob, whatIfJob } from '@headgate/persistence';
import { Client } from 'pg';
import { openCases } from './commands.ts';
import { caseColumns } from './lists.ts';
import { benchDatabase } from './world.ts';

const CASES = 100_000;

/** A year of complaints under a stricter policy, read from the record as the API's job reads it. Wanted: under 60 s on 2 cores. */
export async function benchWhatIf(): Promise<void> {
  const database = await benchDatabase();
  try {
    await pastYear(database.ownerUrl, await openCases(database.record, 1));
    const askedAt = new Date().toISOString();
    const input = { proposal: { policies: stricter, calendars: [], ladder: null } };
    const askedBy = { kind: 'staff', name: 'manager', role: 'manager' } as const;
    const job = await addJob(database.record.db, { kind: whatIfJob, input, askedBy, askedAt });
    const begin = performance.now();
    const cpu = process.cpuUsage();
    await carryOutWhatIf(database.record, job);
    const seconds = (performance.now() - begin) / 1_000;
    const { user, system } = process.cpuUsage(cpu);
    const ended = await findJob(database.record.db, [whatIfJob], job.id);
    if (ended?.state !== 'done') throw new Error('the what-if did not end');
    const { rows, changes } = ended.result as { rows: Row[]; changes: number };
    console.log(
      `what-if of ${ended.done.toLocaleString('en')} cases: ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor); ${changes} clocks change`,
    );
    for (const { type, department, metric, before, after } of rows)
      console.log(`  ${type} ${department} ${metric}: ${before.breached} breached, would be ${after.breached}`);
  } finally {
    await database.close();
  }
}

interface Row {
  readonly type: string;
  readonly department: string;
  readonly metric: string;
  readonly before: { readonly breached: number };
  readonly after: { readonly breached: number };
}

const stricter = defaultPolicies.map((policy) => ({
  ...policy,
  clocks: policy.clocks.map((rule) =>
    rule.metric === 'resolve' ? { ...rule, target: { businessDays: 5, endOfDay: true } } : rule,
  ),
}));

/** Copies one case many times, and gives each a history of its own length: two hand-offs, and every third one held. */
async function pastYear(ownerUrl: string, [first]: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(copies, [first, CASES]);
    await client.query(histories, [first, JSON.stringify(told)]);
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

const copies = `
  insert into cases (${caseColumns}) select ${caseColumns} from (select (jsonb_populate_record(c, jsonb_build_object(
    'id', gen_random_uuid(), 'number', 'HG-2026-' || lpad(n::text, 6, '0'), 'status', 'closed',
    'opened_at', now() - interval '364 days' + n * interval '5 minutes'))).*
  from cases c, generate_series(10, $2::int + 8) n where c.id = $1) copy`;

/** `at`: hours after the opening; `more`: of so many more hours the case takes some; `every`: only each so-manieth case has it. */
const told = [
  ['stage-entered', 0, 0, 1, { step: 'a', stage: 'facts' }],
  ['step-recorded', 0, 0, 1, { step: 'b', outcome: { use: '41', usual: '12' } }],
  [
    'message-queued',
    0,
    0,
    1,
    { messageId: 'm1', audience: 'customer', template: 'high-consumption/acknowledgement', data: {} },
  ],
  ['acknowledged', 0, 0, 1, { how: 'letter' }],
  ['message-sent', 0, 0, 1, { messageId: 'm1' }],
  [
    'task-opened',
    1,
    0,
    1,
    { taskId: 't1', step: 'c', kind: 'reread', visit: 1, queue: 'operations', facts: {}, askedBy: null },
  ],
  ['held', 30, 0, 3, { reason: 'awaiting-customer', until: null }],
  ['resumed', 40, 90, 3, { why: 'staff' }],
  ['task-done', 131, 60, 1, { taskId: 't1', step: 'c', kind: 'reread', outcome: { reading: '100' }, by: 'operations' }],
  ['stage-entered', 191, 0, 1, { step: 'd', stage: 'decision' }],
  [
    'task-opened',
    191,
    0,
    1,
    { taskId: 't2', step: 'e', kind: 'approval', visit: 1, queue: 'customer-service', facts: {}, askedBy: null },
  ],
  [
    'task-done',
    192,
    48,
    1,
    { taskId: 't2', step: 'e', kind: 'approval', outcome: { approved: true }, by: 'supervisor' },
  ],
  [
    'message-queued',
    241,
    0,
    1,
    { messageId: 'm2', audience: 'customer', template: 'high-consumption/misread', data: {} },
  ],
  ['message-sent', 241, 0, 1, { messageId: 'm2' }],
  ['case-resolved', 241, 200, 1, { step: 'f', outcome: 'misread', note: '' }],
  ['case-closed', 800, 0, 1, { reason: 'time' }],
];

const histories = `
  with copy as (select id, number, opened_at, right(number, 6)::int as n from cases where id <> $1),
       told as (select o, e->>0 as type, (e->>1)::int as at, (e->>2)::int as more, (e->>3)::int as every, e->4 as data
                  from jsonb_array_elements($2::jsonb) with ordinality as t(e, o))
  insert into case_event (case_id, seq, type, at, actor, data, prev, hash)
  select copy.id, e.seq, e.type, copy.opened_at, e.actor,
         case when e.seq = 1 then e.data || jsonb_build_object('number', copy.number) else e.data end, '', ''
    from copy, case_event e where e.case_id = $1 and e.type in ('case-opened', 'policy-pinned')
  union all
  select copy.id, told.o + 10, told.type,
         copy.opened_at + told.at * interval '1 hour' + (case when told.more > 0 then copy.n % told.more else 0 end) * interval '1 hour',
         '{"kind":"procedure","name":"procedure"}'::jsonb, told.data, '', ''
    from copy, told where copy.n % told.every = 0`;
