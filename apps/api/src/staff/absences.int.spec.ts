import { procedureActor } from '@headgate/domain/people';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOffice, type TestOffice } from '../testing/office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.close());

const april = (day: number) => `2027-04-${String(day).padStart(2, '0')}T16:00:00.000Z`;
const away = { from: april(6), until: april(20), deputy: 'specialist2' };
const put = (by: string, whose: string, body: unknown = away) => office.ask(by, 'PUT', `/users/${whose}/absence`, body);

describe('the absence of staff', () => {
  it('is set by themselves, or by who heads the office', async () => {
    const codes = async (by: string, whose: string) => (await put(by, whose)).statusCode;
    expect(await codes('specialist3', 'specialist3')).toBe(200);
    expect(await codes('supervisor', 'specialist3')).toBe(200);
    expect(await codes('manager', 'operations')).toBe(200);
    expect(await codes('specialist1', 'specialist3')).toBe(403);
    expect(await codes('supervisor', 'nobody')).toBe(404);
  });

  it.each([
    ['an end before the beginning', { ...away, until: april(6) }],
    ['an end that is past', { ...away, from: april(1), until: april(2) }],
    ['a deputy who is not on the staff', { ...away, deputy: 'nobody' }],
    ['oneself as the deputy', { ...away, deputy: 'specialist3' }],
    ['what is no field of it', { ...away, reason: 'holiday' }],
  ])('is refused with %s', async (_, body) => {
    expect((await put('specialist3', 'specialist3', body)).statusCode).toBe(400);
  });

  it('is listed while it lasts or lies ahead, and is over when who was away is back', async () => {
    const listed = async () => (await office.ask('specialist1', 'GET', '/absences')).json().items;
    await put('operations', 'operations', { from: april(6), until: april(8) });
    expect(await listed()).toContainEqual({ username: 'operations', from: april(6), until: april(8), deputy: null });
    expect((await office.ask('operations', 'DELETE', '/users/operations/absence')).statusCode).toBe(204);
    expect((await listed()).map(({ username }: { username: string }) => username)).not.toContain('operations');
  });

  it('has escalations told to the deputy', async () => {
    await put('specialist3', 'specialist3');
    office.moveTo(april(6));
    const { id } = await office.openCase();
    const told = async (day: number) => {
      const deadline = april(day);
      office.moveTo(deadline);
      const { state } = await office.record.execute(id, { kind: 'tick', deadline }, procedureActor);
      const events = (await office.ask('supervisor', 'GET', `/cases/${state.id}/events`)).json();
      return events.findLast(({ type, data }: { type: string; data: { level: string } }) => {
        return type === 'escalated' && data.level === 'at-risk';
      })?.data.told;
    };
    expect(await told(9)).toEqual(['specialist2']);
  });
});
