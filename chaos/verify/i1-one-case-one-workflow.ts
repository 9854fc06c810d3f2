import type { Invariant, RunningSystem } from './system.ts';

/** Give a nudge this long to start its workflow. */
const GRACE_SECONDS = 90;

export const oneCaseOneWorkflow: Invariant = {
  name: 'I1',
  says: 'every accepted intake is one case with one number and one workflow',
  async check(system) {
    return [
      ...(await intakesWithoutCase(system)),
      ...(await numbersTwice(system)),
      ...(await openCasesWithoutWorkflow(system)),
    ];
  },
};

async function intakesWithoutCase({ sql }: RunningSystem): Promise<string[]> {
  const { rows } = await sql.query<{ key: string; location: string }>(`
    select k.key, k.headers->>'location' as location from idempotency_key k
     where k.route = 'POST /api/v1/cases' and k.status = 201
       and not exists (select from cases c where c.id::text = split_part(k.headers->>'location', '/', 5))`);
  return rows.map(({ key, location }) => `the intake with key ${key} answered ${location}, and there is no such case`);
}

async function numbersTwice({ sql }: RunningSystem): Promise<string[]> {
  const { rows } = await sql.query<{ number: string }>('select number from cases group by number having count(*) > 1');
  return rows.map(({ number }) => `${number} names more than one case`);
}

async function openCasesWithoutWorkflow({ sql, temporal }: RunningSystem): Promise<string[]> {
  const running = new Set<string>();
  for await (const run of temporal.workflow.list({ query: 'WorkflowType="runCase" AND ExecutionStatus="Running"' })) {
    if (running.has(run.workflowId)) return [`${run.workflowId} runs twice`];
    running.add(run.workflowId);
  }
  const { rows } = await sql.query<{ id: string; number: string }>(
    `select id, number from cases
      where status in ('open', 'on-hold') and last_at < now() - make_interval(secs => $1)`,
    [GRACE_SECONDS],
  );
  return rows
    .filter(({ id }) => !running.has(`case:${id}`))
    .map(({ number }) => `${number} is open and has no running workflow`);
}
