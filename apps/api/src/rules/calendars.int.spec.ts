import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOffice, type TestOffice } from '../testing/office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.close());

const clockOf = async (id: string, metric = 'resolve') =>
  (await office.ask('supervisor', 'GET', `/cases/${id}`))
    .json()
    .clocks.find((clock: { metric: string }) => clock.metric === metric);
const flood = { until: '2027-04-10T00:00:00-07:00', reason: 'flood' };
const close = (body: unknown, name = 'district', by = 'supervisor') =>
  office.ask(by, 'POST', `/calendars/${name}/closures`, body);

describe('a closure declared in an emergency', () => {
  it('moves what is due in future, at once and on the list of tasks too, and leaves what is past and what has ended', async () => {
    const running = await office.openCase();
    const taskId = await office.handOff(running.id);
    const ended = await office.openCase();
    await office.ask('supervisor', 'POST', `/cases/${ended.id}/resolve`, { outcome: 'unexplained', note: 'done' });
    office.moveTo('2027-04-08T01:00:00.000Z');
    const late = await office.openCase();
    office.moveTo('2027-04-08T20:00:00.000Z');
    const before = await Promise.all([running, ended, late].map(({ id }) => clockOf(id)));
    const acknowledged = await clockOf(running.id, 'acknowledge');
    const task = async () =>
      (await office.ask('operations', 'GET', '/tasks?queue=operations'))
        .json()
        .items.find((each: { id: string }) => each.id === taskId);
    const due = (await task()).dueAt;

    const declared = await close({ ...flood, until: '2027-04-17T00:00:00-07:00' });
    expect([declared.statusCode, declared.json().version]).toEqual([201, 2]);

    const after = await Promise.all([running, ended, late].map(({ id }) => clockOf(id)));
    expect([after[0].dueAt > before[0].dueAt, after[0].elapsedSeconds]).toEqual([true, before[0].elapsedSeconds]);
    expect(after[0].because).toContain('flood');
    expect(after[1]).toEqual(before[1]);
    expect(after[2].dueAt > before[2].dueAt).toBe(true);
    expect(await clockOf(running.id, 'acknowledge')).toEqual(acknowledged);
    for (let tries = 0; tries < 100 && (await task()).dueAt === due; tries++)
      await new Promise((wait) => setTimeout(wait, 50));
    expect((await task()).dueAt > due).toBe(true);
  });

  it('is told by whom it may be, of a calendar that exists, and ends after it begins', async () => {
    expect((await close(flood, 'district', 'specialist2')).statusCode).toBe(403);
    expect((await close({ ...flood, until: '2027-05-01T00:00:00Z' }, 'moon')).statusCode).toBe(404);
    const over = await close({ ...flood, until: '2027-04-01T00:00:00Z' });
    expect([over.statusCode, over.json().errors[0].path]).toEqual([400, 'until']);
  });

  it('also holds under rules that are to come, which it does not bring forward', async () => {
    const day = [['09:00', '15:00']];
    const rules = {
      name: 'counter',
      timeZone: 'America/Los_Angeles',
      hours: { mon: day, tue: day, wed: day, thu: day, fri: day },
    };
    await office.ask('supervisor', 'POST', '/calendars', rules);
    const later = { ...rules, from: '2027-05-03T00:00:00-07:00', hours: { ...rules.hours, fri: [] } };
    expect((await office.ask('supervisor', 'POST', '/calendars', later)).statusCode).toBe(201);
    const { definition } = (
      await close({ ...flood, from: '2027-05-01T00:00:00-07:00', until: '2027-05-05T00:00:00-07:00' }, 'counter')
    ).json();
    expect(
      definition.versions.map((version: { from?: string; closures?: unknown[]; hours: { fri: unknown[] } }) => [
        version.from,
        version.closures?.length ?? 0,
        version.hours.fri.length,
      ]),
    ).toEqual([
      [expect.any(String), 0, 1],
      ['2027-04-08T20:00:00.000Z', 1, 1],
      ['2027-05-03T00:00:00-07:00', 1, 0],
    ]);
  });
});

describe('an iCalendar file', () => {
  const file = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:1@county.example',
    'DTSTART;VALUE=DATE:20270614',
    'RRULE:FREQ=YEARLY',
    'SUMMARY:Founders Day',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
  const take = (body: unknown, name = 'district', by = 'admin') =>
    office.ask(by, 'POST', `/calendars/${name}/holidays`, body);

  it('gives its days off to a calendar from now on, once however often it is taken', async () => {
    const { id } = await office.openCase();
    const added = await take({ file });
    expect(added.statusCode).toBe(201);
    const [district] = (await office.ask('supervisor', 'GET', '/calendars'))
      .json()
      .items.filter((each: { name: string }) => each.name === 'district');
    expect(district.holidays).toContainEqual({ date: '2027-06-14', name: 'Founders Day' });
    const count = added.json().definition.versions.at(-1).holidays.length;
    expect((await take({ file })).json().definition.versions.at(-1).holidays).toHaveLength(count);
    expect(district.holidays).toContainEqual({ date: '2027-07-05', name: 'Independence Day' });
    expect((await clockOf(id)).state).toBe('running');
  });

  it('is refused when it is none, holds nothing, or names no calendar', async () => {
    for (const wrong of ['BEGIN:NOTHING', file.replace('20270614', '20100614').replace('RRULE:FREQ=YEARLY\r\n', '')]) {
      const refused = await take({ file: wrong });
      expect([refused.statusCode, refused.json().errors[0].path]).toEqual([400, 'file']);
    }
    expect((await take({ file }, 'moon')).statusCode).toBe(404);
    expect((await take({ file }, 'district', 'operations')).statusCode).toBe(403);
    expect((await take({ url: 'http://169.254.169.254/' })).statusCode).toBe(400);
  });
});
