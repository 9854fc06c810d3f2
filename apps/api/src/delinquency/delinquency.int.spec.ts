import { procedureActor } from '@headgate/domain/people';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOffice, type TestOffice } from '../testing/office.ts';

const openedAt = '2027-04-06T17:00:00.000Z';
const dayBefore = '2027-04-20T17:00:00.000Z';
/** A Wednesday, half past ten: 15 days after the notices, 24 hours and a half after the last word. */
const lawfulAt = '2027-04-21T17:30:00.000Z';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.close());

const post = (kind: string, csv: string) =>
  office.tokenOf('accounting').then((token) =>
    office.send({
      method: 'POST',
      url: `/api/v1/imports/${kind}`,
      payload: csv,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
    }),
  );

const bills = (account: string) =>
  `account,period,billed_on,due_on,use,amount\n${account},2027-01,2027-01-15,2027-02-10,10,120.50`;

async function caseOf(account: string) {
  const { items } = (await office.ask('supervisor', 'GET', `/cases?type=delinquency&accountNumber=${account}`)).json();
  return items[0] as { id: string; number: string; status: string; outcome: string | null };
}

const eventsOf = async (id: string) =>
  (await office.ask('supervisor', 'GET', `/cases/${id}/events`)).json() as { type: string; data: never }[];
const dataOf = async (id: string, type: string) =>
  (await eventsOf(id)).findLast((event) => event.type === type)?.data as Record<string, unknown> | undefined;

const write = (id: string, letter: string) =>
  office.record.execute(
    id,
    {
      kind: 'write',
      step: `c1/main/letter:${letter}#1`,
      letter,
      data: {},
      to: { who: 'customer', by: 'letter' },
    },
    procedureActor,
  );

const complete = (by: string, taskId: string, outcome: object) =>
  office.ask(by, 'POST', `/tasks/${taskId}/complete`, { outcome });

/** Opened by the bill, told in every way, and on the morning on which the law allows it. */
async function readyForOrder(account: string): Promise<string> {
  office.moveTo(openedAt);
  await post('bills', bills(account));
  const { id } = await caseOf(account);
  await write(id, 'written-notice');
  await write(id, 'ten-day-notice');
  office.moveTo(dayBefore);
  await complete('specialist1', await office.handOff(id, 'final-contact'), { reached: true });
  office.moveTo(lawfulAt);
  return id;
}

async function ordered(account: string): Promise<{ id: string; taskId: string }> {
  const id = await readyForOrder(account);
  for (const [n, by] of ['specialist3', 'supervisor'].entries()) {
    await complete(by, await office.handOff(id, 'order-review', `c1/main/task:order-review#${n + 1}`), {
      approved: true,
    });
  }
  await complete('accounting', await office.handOff(id, 'confirm-payments'), {});
  return { id, taskId: await office.handOff(id, 'shut-off') };
}

describe('a bill that is imported past due', () => {
  it('opens one delinquency, and none more when it comes again', async () => {
    const first = (await post('bills', bills('100001'))).json();
    expect(first.opened).toEqual([(await caseOf('100001')).number]);
    expect((await post('bills', bills('100001'))).json().opened).toEqual(first.opened);
    const { items } = (await office.ask('supervisor', 'GET', '/cases?type=delinquency&accountNumber=100001')).json();
    expect(items).toHaveLength(1);
    const found = (await office.ask('supervisor', 'GET', `/cases/${items[0].id}`)).json();
    expect(found).toMatchObject({
      channel: 'import',
      details: { service: 'residential', dwelling: 'yes', amount: '120.50', dueOn: '2027-02-10' },
    });
  });
});

describe('an order to shut off', () => {
  let id: string;
  let taskId: string;

  it('is approved by two persons: the same one is refused, and who may not approve (F11)', async () => {
    id = await readyForOrder('100002');
    const [first, second] = [
      await office.handOff(id, 'order-review', 'c1/main/task:order-review#1'),
      await office.handOff(id, 'order-review', 'c1/main/task:order-review#2'),
    ];
    const approved = { approved: true };
    expect((await complete('specialist1', first, approved)).statusCode).toBe(403);
    expect((await complete('specialist3', first, approved)).statusCode).toBe(200);
    const again = await complete('specialist3', second, approved);
    expect([again.statusCode, again.json().code]).toEqual([409, 'second-person']);
    expect((await complete('supervisor', second, approved)).statusCode).toBe(200);
  });

  it('needs the word of accounting of the same morning (F5)', async () => {
    await expect(office.handOff(id, 'shut-off', 'c1/main/task:shut-off#1')).rejects.toMatchObject({ rule: 'F5' });
    await complete('accounting', await office.handOff(id, 'confirm-payments'), {});
    taskId = await office.handOff(id, 'shut-off', 'c1/main/task:shut-off#2');
    expect(await dataOf(id, 'shut-off-ordered')).toMatchObject({ taskId, approvedBy: ['specialist3', 'supervisor'] });
  });

  it('has a certificate of every condition on paper, for staff alone', async () => {
    const pdf = await office.ask('supervisor', 'GET', `/cases/${id}/shut-off-certificate`);
    expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await office.send({ method: 'GET', url: `/api/v1/cases/${id}/shut-off-certificate` })).statusCode).toBe(
      401,
    );
    const other = await caseOf('100001');
    expect((await office.ask('supervisor', 'GET', `/cases/${other.id}/shut-off-certificate`)).statusCode).toBe(404);
  });

  it('is looked at again when the crew opens it', async () => {
    expect((await office.ask('operations', 'POST', `/tasks/${taskId}/claim`, {})).statusCode).toBe(200);
    expect(await dataOf(id, 'crew-checked')).toMatchObject({ taskId, rules: ['F5'] });
  });

  it('is gone with its task in the transaction of the payment that an import brings (B2, F5)', async () => {
    await post('payments', 'account,received_on,amount,method,reference\n100002,2027-04-21,40.00,check,P-1');
    expect(await dataOf(id, 'shut-off-withdrawn')).toMatchObject({ taskId, reason: 'payment' });
    expect((await caseOf('100002')).status).toBe('open');
    const shutting = await complete('operations', taskId, { ending: 'done' });
    expect([shutting.statusCode, shutting.json().code]).toEqual([409, 'task-ended']);
    const claiming = await office.ask('operations', 'POST', `/tasks/${taskId}/claim`, {});
    expect(claiming.statusCode).toBe(409);
  });

  it('ends with the case when the last cent of the principal is paid', async () => {
    await post('payments', 'account,received_on,amount,method,reference\n100002,2027-04-21,80.49,check,P-2');
    expect((await caseOf('100002')).status).toBe('open');
    await post('payments', 'account,received_on,amount,method,reference\n100002,2027-04-21,0.01,check,P-3');
    expect(await caseOf('100002')).toMatchObject({ status: 'resolved', outcome: 'paid' });
  });
});

describe('the yearly report of discontinuations (B13)', () => {
  it('counts what was carried out, as JSON and as CSV', async () => {
    const { taskId } = await ordered('100001');
    expect((await complete('operations', taskId, { ending: 'done' })).statusCode).toBe(200);
    const report = (year: number, format = 'json') =>
      office.ask('manager', 'GET', `/reports/discontinuations?year=${year}&format=${format}`);
    expect((await report(2027)).json()).toEqual({ year: 2027, discontinuations: 1, wrongful: 0 });
    expect((await report(2026)).json()).toEqual({ year: 2026, discontinuations: 0, wrongful: 0 });
    const csv = await report(2027, 'csv');
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.body).toBe('year,discontinuations,wrongful\n2027,1,0\n');
    expect((await office.ask('manager', 'GET', '/reports/discontinuations')).statusCode).toBe(400);
  });

  it('counts a wrongful one apart, and the supervisor hears of it at once (F10)', async () => {
    const { id } = await caseOf('100001');
    const told = { kind: 'wrongful-shut-off', data: { reason: 'paid at the counter' } };
    expect((await office.ask('specialist3', 'POST', `/cases/${id}/happenings`, told)).statusCode).toBe(200);
    expect(await dataOf(id, 'message-queued')).toMatchObject({
      template: 'delinquency/wrongful-shut-off',
      to: { address: 'supervisor@headgate.example' },
    });
    const report = await office.ask('manager', 'GET', '/reports/discontinuations?year=2027');
    expect(report.json()).toEqual({ year: 2027, discontinuations: 0, wrongful: 1 });
  });
});
