import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOffice, type TestOffice } from '../testing/office.ts';

let office: TestOffice;
const name = 'service-high-consumption';
const move = (body: unknown, by = 'manager') => office.ask(by, 'POST', `/policies/${name}/move`, body);
const caseOf = async (id: string) => (await office.ask('supervisor', 'GET', `/cases/${id}`)).json();

async function ended(response: Awaited<ReturnType<typeof move>>) {
  expect(response.statusCode).toBe(202);
  const where = String(response.headers.location).replace('/api/v1', '');
  for (let tries = 0; tries < 200; tries++) {
    const job = (await office.ask('manager', 'GET', where)).json();
    if (job.state !== 'running') return { ...job, where };
    await new Promise((wait) => setTimeout(wait, 50));
  }
  throw new Error('the move did not end');
}

interface Tried {
  number: string;
  from: number;
  clocks: { metric: string; before: { elapsedSeconds: number } | null; after: { elapsedSeconds: number } | null }[];
}
const byNumber = (cases: Tried[]) => new Map(cases.map(({ number, clocks }) => [number, clocks]));
const movedCases = async (where: string) =>
  (await office.ask('manager', 'GET', `${where}/cases?limit=100`)).json().items;

beforeAll(async () => {
  office = await openOffice();
  const policies = (await office.ask('supervisor', 'GET', '/policies')).json().items;
  const {
    versions: _all,
    version: _v,
    from: _f,
    ...policy
  } = policies.find((each: { name: string }) => each.name === name);
  const clocks = policy.clocks.map((rule: { metric: string }) =>
    rule.metric === 'resolve' ? { ...rule, target: { businessDays: 1, endOfDay: true } } : rule,
  );
  const restart = { ...policy, clocks, changeRules: { policy: 'restart' }, from: '2027-05-01T00:00:00Z' };
  expect((await office.ask('supervisor', 'POST', '/policies', restart)).json().version).toBe(2);
});
afterAll(() => office?.close());

describe('running cases are moved to another version of their policy', () => {
  let running: { id: string; number: string }[];
  let closed: { id: string };
  let first: Awaited<ReturnType<typeof ended>>;
  let untouched: unknown;

  beforeAll(async () => {
    running = [await office.openCase(), await office.openCase({ priority: 'high' }), await office.openCase()];
    closed = await office.openCase();
    await office.handOff(running[0]?.id ?? '');
    await office.ask('supervisor', 'POST', `/cases/${closed.id}/resolve`, { outcome: 'unexplained', note: 'x' });
    await office.ask('supervisor', 'POST', `/cases/${running[2]?.id}/hold`, { reason: 'waits for the customer' });
    office.moveTo('2027-04-08T17:00:00.000Z');
    untouched = await Promise.all(running.map(({ id }) => caseOf(id)));
  });

  it('and a dry run says what that would change, case by case, and changes nothing', async () => {
    const preview = await move({ to: 2, dryRun: true });
    expect(preview.statusCode).toBe(200);
    const { counts, cases } = preview.json();
    expect(counts).toMatchObject({ cases: 3, changed: 3 });
    expect(cases.map(({ number }: Tried) => number).sort()).toEqual(running.map(({ number }) => number).sort());
    expect(await Promise.all(running.map(({ id }) => caseOf(id)))).toEqual(untouched);
    const high = (await move({ to: 2, dryRun: true, filter: { priority: 'high' } })).json();
    expect(high.counts.cases).toBe(1);
  });

  it('and what is done is what the dry run said; what has ended stays as it was', async () => {
    const before = await caseOf(closed.id);
    const preview = (await move({ to: 2, dryRun: true })).json();
    first = await ended(await move({ to: 2 }));
    expect(first).toMatchObject({ state: 'done', total: 3, done: 3, result: { moved: 3 }, policy: name, to: 2 });
    const moved = await movedCases(first.where);
    expect(byNumber(moved)).toEqual(byNumber(preview.cases));
    for (const { id } of running) expect((await caseOf(id)).policy).toEqual({ name, version: 2 });
    expect(await caseOf(closed.id)).toEqual(before);
    const events = (await office.ask('supervisor', 'GET', `/cases/${running[0]?.id}/events`)).json();
    expect(events.at(-1)).toMatchObject({
      type: 'policy-pinned',
      data: { name, version: 2, move: first.id },
      actor: { kind: 'staff', name: 'manager' },
    });
  });

  it('and back: the very cases that still run by it, with all that had elapsed', async () => {
    const [stays, , resolved] = running as unknown as [{ id: string }, { id: string }, { id: string }];
    await office.ask('supervisor', 'POST', `/cases/${resolved.id}/resolve`, { outcome: 'unexplained', note: 'x' });
    const resolvedBefore = await caseOf(resolved.id);
    const later = await office.openCase();
    const preview = (await office.ask('manager', 'POST', `${first.where}/undo`, { dryRun: true })).json();
    expect(preview.cases.filter(({ refused }: { refused: string | null }) => refused)).toHaveLength(1);
    const undone = await ended(await office.ask('manager', 'POST', `${first.where}/undo`, {}));
    expect(undone).toMatchObject({ state: 'done', undoes: first.id, result: { undone: 2, kept: 1 } });
    const clocks = (body: unknown) => (body as { clocks: unknown[] }).clocks;
    expect(clocks(await caseOf(stays.id))).toEqual(clocks((untouched as unknown[])[0]));
    expect(await caseOf(resolved.id)).toEqual(resolvedBefore);
    expect((await caseOf(later.id)).policy.version).toBe(1);
    const again = await ended(await office.ask('manager', 'POST', `${first.where}/undo`, {}));
    expect(again.total).toBe(0);
  });

  it('and whoever takes the job up after a crash goes on with the next case', async () => {
    const { addJob, casesOfMove, carryOutMove } = await import('@headgate/persistence');
    const { sql } = await import('kysely');
    const askedBy = { kind: 'staff', name: 'manager', role: 'manager' } as const;
    const input = { policy: name, to: 2, filter: {} };
    const ids = [(running[0] as { id: string }).id, (running[1] as { id: string }).id];
    const job = await addJob(office.record.db, {
      kind: 'none-takes-it',
      input,
      askedBy,
      askedAt: office.clock.now(),
      total: 2,
    });
    for (const id of ids)
      await sql`insert into policy_move_case (move_id, case_id, number, from_version) values (${job.id}, ${id}, 'x', 1)`.execute(
        office.record.db,
      );
    const [done] = ids.sort() as [string, string];
    await office.record.execute(done, { kind: 'pin-policy', policy: name, from: 1, to: 2, move: job.id }, askedBy);
    await sql`update policy_move_case set state = 'moved' where move_id = ${job.id} and case_id = ${done}`.execute(
      office.record.db,
    );
    await carryOutMove(office.record, { ...job, done: 1 });
    const cases = await casesOfMove(office.record.db, job.id, {
      after: '00000000-0000-0000-0000-000000000000',
      limit: 10,
    });
    expect(cases.map(({ state }) => state)).toEqual(['moved', 'moved']);
    for (const id of ids) {
      const events = (await office.ask('supervisor', 'GET', `/cases/${id}/events`)).json();
      expect(events.filter(({ data }: { data: { move?: string } }) => data.move === job.id)).toHaveLength(1);
    }
  });

  it('only by those who may, and only to a version that there is', async () => {
    expect((await move({ to: 2 }, 'specialist3')).statusCode).toBe(403);
    const unknown = await move({ to: 9 });
    expect([unknown.statusCode, unknown.json().errors[0].path]).toEqual([400, 'to']);
    expect((await office.ask('manager', 'POST', '/policies/none/move', { to: 1 })).statusCode).toBe(404);
    expect((await office.ask('manager', 'POST', '/policies/moves/none/undo', {})).statusCode).toBe(404);
  });
});
