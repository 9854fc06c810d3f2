import { describe, expect, it } from '@jest/globals';
import { UnknownNameError } from './book.ts';
import { defaultClockBook } from './default-policies.ts';
import { previewClocks } from './preview.ts';
import { slaPreviewInput } from './preview-input.ts';

const opened = '2027-04-05T08:00:00-07:00';
const preview = (input: Record<string, unknown>) =>
  previewClocks(slaPreviewInput.parse({ openedAt: opened, events: [], ...input }), defaultClockBook);
const resolveIn = (minutes: number) => ({ metric: 'resolve', target: { businessMinutes: minutes } });
const at = (time: string) => `2027-04-05T${time}:00-07:00`;

describe('A preview of clocks', () => {
  it('says in one sentence why a clock is due when it is', () => {
    const [clock] = preview({
      ...resolveIn(480),
      openedAt: '2026-03-30T15:30:00-07:00',
      now: '2026-03-30T16:00:00-07:00',
    });
    expect(clock).toMatchObject({
      metric: 'resolve',
      scope: 'case',
      state: 'running',
      calendar: 'district',
      targetSeconds: 28_800,
    });
    expect(clock?.because).toBe('due Wed 15:30: 8 business hours from Mon 15:30; Tue is Cesar Chavez Day');
  });

  it('is breached from its due on, and met when it stopped at its due', () => {
    const state = (now: string, events: unknown[] = []) => preview({ ...resolveIn(60), now, events })[0]?.state;
    expect(state('2027-04-05T08:59:59.999-07:00')).toBe('running');
    expect(state(at('09:00'))).toBe('breached');
    expect(state(at('17:00'), [{ type: 'resolve', at: at('09:00') }])).toBe('met');
    expect(state(at('17:00'), [{ type: 'resolve', at: '2027-04-05T09:00:00.001-07:00' }])).toBe('breached');
  });

  it('has no due while paused before it, and keeps the due once breached', () => {
    const held = (from: string) =>
      preview({ ...resolveIn(120), now: at('16:00'), events: [{ type: 'hold', at: at(from) }] })[0];
    expect(held('09:00')).toMatchObject({ state: 'paused', dueAt: null, elapsedSeconds: 3600, percent: 50 });
    expect(held('11:00')).toMatchObject({ state: 'breached', dueAt: '2027-04-05T17:00:00.000Z', percent: 150 });
  });

  it('takes events in the order of their instants and leaves out those after now', () => {
    const events = [
      { type: 'resume', at: at('10:00') },
      { type: 'hold', at: at('09:00') },
      { type: 'resolve', at: at('15:00') },
    ];
    expect(preview({ ...resolveIn(480), now: at('11:00'), events })[0]).toMatchObject({
      state: 'running',
      elapsedSeconds: 7200,
    });
  });

  it('holds once however often it is told to, and resumes only what is held', () => {
    const events = [
      { type: 'resume', at: at('08:30') },
      { type: 'hold', at: at('09:00') },
      { type: 'hold', at: at('09:30') },
      { type: 'resume', at: at('10:00') },
      { type: 'resume', at: at('10:30') },
    ];
    expect(preview({ ...resolveIn(480), now: at('11:00'), events })[0]).toMatchObject({ elapsedSeconds: 7200 });
  });

  it('ends a hold by itself at its expected return, and on the customer’s reply', () => {
    const until = [{ type: 'hold', at: at('09:00'), until: at('10:00') }];
    expect(preview({ ...resolveIn(480), now: at('11:00'), events: until })[0]).toMatchObject({
      state: 'running',
      elapsedSeconds: 7200,
    });
    const tuesday = [{ type: 'hold', at: at('09:00'), until: '2027-04-06' }];
    expect(preview({ ...resolveIn(480), now: '2027-04-06T09:00:00-07:00', events: tuesday })[0]).toMatchObject({
      elapsedSeconds: 7200,
    });
    const replied = [
      { type: 'hold', at: at('09:00') },
      { type: 'customer-reply', at: at('10:00') },
    ];
    expect(preview({ ...resolveIn(480), now: at('11:00'), events: replied })[0]).toMatchObject({
      state: 'running',
      elapsedSeconds: 7200,
    });
  });

  it('tells a reply that the customer sees from an internal note', () => {
    const first = { metric: 'first-response', target: { businessMinutes: 60 }, now: at('17:00') };
    expect(preview({ ...first, events: [{ type: 'reply', at: at('08:30'), visibility: 'internal' }] })[0]?.state).toBe(
      'breached',
    );
    expect(preview({ ...first, events: [{ type: 'reply', at: at('08:30'), visibility: 'customer' }] })[0]?.state).toBe(
      'met',
    );
  });

  it('gives each visit a clock of its own, and returned work a new one', () => {
    const events = [
      { type: 'task-opened', at: at('08:00'), visit: 1 },
      { type: 'task-returned', at: at('09:00'), visit: 1 },
      { type: 'task-opened', at: at('10:00'), visit: 2 },
      { type: 'task-done', at: at('11:30'), visit: 2 },
    ];
    const clocks = preview({ metric: 'hand-off', target: { businessMinutes: 60 }, now: at('17:00'), events });
    expect(clocks.map(({ scope, state, elapsedSeconds }) => [scope, state, elapsedSeconds])).toEqual([
      ['1', 'met', 3600],
      ['2', 'breached', 5400],
    ]);
  });

  it('keeps the cycle before and begins a new one when the case is opened again', () => {
    const events = [
      { type: 'resolve', at: at('09:00') },
      { type: 'reopen', at: at('14:00') },
    ];
    const clocks = preview({ ...resolveIn(60), now: at('14:30'), events });
    expect(clocks.map(({ cycle, state, elapsedSeconds }) => [cycle, state, elapsedSeconds])).toEqual([
      [1, 'met', 3600],
      [2, 'running', 1800],
    ]);
  });

  it('keeps what has elapsed when the priority changes its target', () => {
    const target = {
      low: { businessMinutes: 960 },
      normal: { businessMinutes: 480 },
      high: { businessMinutes: 240 },
      urgent: { businessMinutes: 60 },
    };
    const raised = preview({
      metric: 'resolve',
      target,
      now: at('11:00'),
      events: [{ type: 'reprioritise', at: at('10:00'), priority: 'high' }],
    });
    expect(raised[0]).toMatchObject({
      elapsedSeconds: 10_800,
      targetSeconds: 14_400,
      percent: 75,
      dueAt: '2027-04-05T19:00:00.000Z',
    });
  });

  it('reads a calendar that is given inline, without holidays, around the clock', () => {
    const day = [['00:00', '24:00']];
    const calendar = {
      timeZone: 'Europe/London',
      hours: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day },
    };
    const clock = preview({
      calendar,
      ...resolveIn(1440),
      openedAt: '2027-03-27T12:00:00Z',
      now: '2027-03-28T06:00:00Z',
    })[0];
    expect(clock).toMatchObject({ dueAt: '2027-03-28T12:00:00.000Z', elapsedSeconds: 64_800, calendar: 'inline' });
  });

  it('says where a name is unknown', () => {
    const path = (input: Record<string, unknown>) => {
      try {
        preview({ now: at('09:00'), ...input });
      } catch (error) {
        if (error instanceof UnknownNameError) return error.path;
        throw error;
      }
      return null;
    };
    expect(path({ policy: 'nowhere' })).toEqual(['policy']);
    expect(path({ calendar: 'nowhere' })).toEqual(['calendar']);
    expect(
      path({ policy: 'service-standard', events: [{ type: 'policy', at: at('08:30'), policy: 'nowhere' }] }),
    ).toEqual(['events', 0, 'policy']);
  });

  it('refuses what is no shape of the contract', () => {
    const wrong = [
      { surplus: 1 },
      { now: '2027-02-29T00:00:00Z' },
      { now: '9999-01-01T00:00:00Z' },
      { target: { businessMinutes: -1 } },
      { target: { businessMinutes: 1.5 } },
      { calendar: { timeZone: 'Mars/Olympus', hours: {} } },
      { calendar: { timeZone: 'UTC', hours: { mon: [['08:00', '25:00']] } } },
      { events: [{ type: 'reprioritise', at: opened, priority: 'worst' }] },
      { events: [{ type: 'unheard-of', at: opened }] },
    ];
    for (const input of wrong) {
      expect(slaPreviewInput.safeParse({ openedAt: opened, events: [], now: at('09:00'), ...input }).success).toBe(
        false,
      );
    }
  });

  it('reads 2,000 events in well under 100 ms of work', () => {
    const start = Date.parse(opened);
    const events = Array.from({ length: 2000 }, (_, i) => ({
      type: i % 2 === 0 ? 'hold' : 'resume',
      at: new Date(start + (i + 1) * 600_000).toISOString(),
    }));
    const input = slaPreviewInput.parse({
      policy: 'service-high-consumption',
      openedAt: opened,
      events,
      now: '2027-06-01T08:00:00-07:00',
    });
    previewClocks(input, defaultClockBook);
    const before = process.cpuUsage();
    previewClocks(input, defaultClockBook);
    const used = process.cpuUsage(before);
    expect((used.user + used.system) / 1000).toBeLessThan(100);
  });
});
