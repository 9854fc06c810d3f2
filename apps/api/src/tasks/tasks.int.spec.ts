import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOffice, type TestOffice } from '../testing/office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.close());

const handedOff = async () => {
  const { id } = await office.openCase();
  return { caseId: id as string, taskId: await office.handOff(id) };
};
const reading = { reading: '1043', readOn: '2027-04-07' };

describe('a task in a department’s queue', () => {
  it('comes with its form, its clock, and where the crew has to go', async () => {
    const { taskId } = await handedOff();
    const { items } = (await office.ask('operations', 'GET', '/tasks?queue=operations&status=open')).json();
    const task = items.find((item: { id: string }) => item.id === taskId);
    expect(task).toMatchObject({ kind: 'reread', queue: 'operations', status: 'open', assignee: null });
    expect(task.form).toMatchObject({ type: 'object', required: ['reading', 'readOn'], additionalProperties: false });
    expect(task.facts).toMatchObject({ serviceAddress: '1 San Felipe Road, Hollister', meterSerial: 'M100001' });
    expect(task.clock).toMatchObject({ metric: 'hand-off', scope: taskId, state: 'running' });
    expect(task.dueAt).toBe(task.clock.dueAt);
  });

  it('is completed, and thereby claimed, by its department', async () => {
    const { caseId, taskId } = await handedOff();
    const done = await office.ask('operations', 'POST', `/tasks/${taskId}/complete`, { outcome: reading });
    expect(done.json()).toMatchObject({ status: 'done', assignee: 'operations', outcome: reading });
    const types = (await office.ask('operations', 'GET', `/cases/${caseId}/events`))
      .json()
      .map((event: { type: string }) => event.type);
    expect(types.slice(-2)).toEqual(['task-claimed', 'task-done']);
    expect((await office.ask('operations', 'POST', `/tasks/${taskId}/complete`, { outcome: reading })).statusCode).toBe(
      409,
    );
  });

  it('takes no outcome that does not fit its form', async () => {
    const { taskId } = await handedOff();
    for (const outcome of [
      {},
      { ...reading, reading: '-5' },
      { ...reading, readOn: '2027-02-29' },
      { ...reading, approved: true },
      { ...reading, reading: 'NaN' },
    ]) {
      const response = await office.ask('operations', 'POST', `/tasks/${taskId}/complete`, { outcome });
      expect([outcome, response.statusCode]).toEqual([outcome, 400]);
      expect(response.json().errors[0].path).toMatch(/^outcome/);
    }
  });

  it('is nobody else’s to work, and goes back with a reason', async () => {
    const { taskId } = await handedOff();
    expect((await office.ask('specialist2', 'POST', `/tasks/${taskId}/claim`, {})).statusCode).toBe(403);
    expect((await office.ask('operations', 'POST', `/tasks/${taskId}/return`, {})).statusCode).toBe(400);
    expect(
      (await office.ask('operations', 'POST', `/tasks/${taskId}/return`, { reason: 'which meter?' })).json().status,
    ).toBe('returned');
  });
});
