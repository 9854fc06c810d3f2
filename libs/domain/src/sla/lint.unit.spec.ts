import { describe, expect, it } from '@jest/globals';
import type { CalendarRules } from '../calendar/index.ts';
import type { Person } from '../people/index.ts';
import { defaultLadder } from './default-policies.ts';
import { type LintContext, lintCalendar, lintPolicy, lintRules } from './lint.ts';
import type { LadderStep, ServicePolicy } from './types.ts';

const resolve = { metric: 'resolve', target: { businessMinutes: 480 } } as const;
const policy = (more: Partial<ServicePolicy>): ServicePolicy => ({
  name: 'tried',
  version: 1,
  from: '2026-01-01T00:00:00Z',
  calendar: 'district',
  clocks: [resolve],
  ladder: [],
  ...more,
});
const step = (name: string, more: Partial<LadderStep> = {}): LadderStep => ({
  name,
  when: { percent: 50 },
  to: ['manager'],
  template: 'escalation',
  ...more,
});
const found = (more: Partial<ServicePolicy>, context: Partial<LintContext> = {}) =>
  lintPolicy(policy(more), { calendars: ['district'], ...context }).map(({ level, path, message }) => [
    level,
    path,
    message,
  ]);

const office: CalendarRules = { timeZone: 'UTC', hours: { mon: [['08:00', '17:00']] } };
const rules = (more: Partial<CalendarRules>) =>
  lintRules({ ...office, ...more }).map(({ level, path, message }) => [level, path, message]);

describe('What the linter finds in a policy', () => {
  it('is nothing where nothing is wrong', () => {
    expect(found({ ladder: defaultLadder })).toEqual([]);
  });

  it('is a calendar that does not exist, for the policy or for one clock', () => {
    expect(found({ calendar: 'moon', clocks: [{ ...resolve, calendar: 'mars' }] })).toEqual([
      ['error', 'calendar', 'there is no calendar moon'],
      ['error', 'clocks.0.calendar', 'there is no calendar mars'],
    ]);
  });

  it('is what is promised twice, or for a task that no case type has', () => {
    const reread = { metric: 'hand-off', task: 'reread', target: { businessDays: 3 } } as const;
    expect(
      found({ clocks: [resolve, resolve, reread, { ...reread, task: 'dowsing' }] }, { tasks: ['reread'] }),
    ).toEqual([
      ['error', 'clocks.1', 'resolve is promised twice; only the first counts'],
      ['warning', 'clocks.3.task', 'no case type has a task dowsing'],
      ['warning', 'clocks', 'hand-offs of other tasks than those named have no clock'],
    ]);
  });

  it('is a gap: a case that nothing says by when to resolve', () => {
    expect(found({ clocks: [{ ...resolve, metric: 'acknowledge' }] })).toEqual([
      ['warning', 'clocks', 'nothing says by when a case is resolved'],
    ]);
  });

  it('is a clock that nothing starts or stops, and a condition that nothing meets', () => {
    expect(found({ clocks: [{ ...resolve, on: { start: [], stop: [], cancel: [] } }] })).toEqual([
      ['error', 'clocks.0.on.start', 'nothing starts resolve'],
      ['error', 'clocks.0.on.stop', 'nothing stops resolve'],
    ]);
    expect(found({ clocks: [{ ...resolve, on: { stop: ['resolved'], after: 'happened:repair-proof' } }] })).toEqual([
      ['error', 'clocks.0.on.stop', 'nothing is ever called resolved'],
    ]);
  });

  it('is a higher priority with more time', () => {
    const target = {
      low: { businessDays: 1 },
      normal: { businessDays: 2 },
      high: { businessDays: 1 },
      urgent: { businessDays: 1 },
    };
    expect(found({ clocks: [{ ...resolve, target }] })).toEqual([
      ['warning', 'clocks.0.target', 'resolve gives a higher priority more time'],
    ]);
  });

  it('is a hold whose longest time is said twice', () => {
    const longest = { reason: 'awaiting-customer', longest: { calendarDays: 30 } };
    expect(found({ holds: [longest, longest] })).toEqual([
      ['error', 'holds.1.reason', 'awaiting-customer is limited twice; only the first counts'],
    ]);
  });
});

describe('What the linter finds in a ladder', () => {
  it('is a step that is never reached or never recorded', () => {
    const ladder = [
      step('half'),
      step('half', { when: { percent: 60 } }),
      step('other', { metrics: ['first-response'] }),
    ];
    expect(found({ ladder })).toEqual([
      ['error', 'ladder.1.name', 'half is the name of an earlier step: this one would never be recorded'],
      ['error', 'ladder.2.metrics', 'other is never reached: the policy has no clock first-response'],
    ]);
  });

  it('is a step that stands on another, behind a later one, or before every start', () => {
    const early = { businessMinutes: -480, relativeTo: 'due' } as const;
    const ladder = [
      step('late', { when: { percent: 90 } }),
      step('early'),
      step('again'),
      step('before', { when: early }),
    ];
    expect(found({ ladder })).toEqual([
      ['warning', 'ladder.1.when', 'early stands after late, which is reached later'],
      ['warning', 'ladder.2.when', 'again falls on the same instant as early'],
      ['warning', 'ladder.3.when', 'before stands before the start of every clock, and is reached at once'],
    ]);
    expect(found({ ladder: [step('in time', { when: { ...early, businessMinutes: -479 } })] })).toEqual([]);
  });

  it('is a recipient that does not exist, and a step that tells nobody and does nothing', () => {
    const lead = { username: 'l', name: 'L', role: 'specialist-3', queue: 'customer-service', email: 'l@x.example' };
    const people: Person[] = [{ ...lead, leads: 'customer-service' } as Person];
    const ladder = [step('to nobody', { to: [] }), step('to many', { when: { percent: 60 }, to: ['lead', 'manager'] })];
    expect(found({ ladder }, { people })).toEqual([
      ['error', 'ladder.0.to', 'to nobody tells nobody and does nothing'],
      ['error', 'ladder.1.to.1', 'nobody on the staff is manager'],
    ]);
    expect(found({ ladder: [step('acts', { to: [], actions: [{ reassignTo: 'supervisor' }] })] }, { people })).toEqual([
      ['error', 'ladder.0.actions.0.reassignTo', 'nobody on the staff is supervisor'],
    ]);
  });

  it('is a template or a task that does not exist', () => {
    const ladder = [step('half', { template: 'shouting', actions: [{ openTask: 'dowsing' }] })];
    expect(found({ ladder }, { templates: ['escalation'], tasks: ['reread'] })).toEqual([
      ['error', 'ladder.0.template', 'there is no template shouting'],
      ['error', 'ladder.0.actions.0.openTask', 'there is no task dowsing'],
    ]);
  });
});

describe('What the linter finds in a calendar', () => {
  it('is intervals that overlap, also with the rest of a night', () => {
    const mon = [
      ['08:00', '12:00'],
      ['11:00', '17:00'],
    ] as const;
    expect(rules({ hours: { mon } })).toEqual([['error', 'hours.mon.1', '11:00–17:00 overlaps 08:00–12:00']]);
    expect(rules({ hours: { sun: [['22:00', '08:30']], mon: [['08:00', '12:00']] } })).toEqual([
      ['error', 'hours.mon.0', '08:00–12:00 overlaps 00:00–08:30'],
    ]);
  });

  it('is not intervals that meet, nor a lunch break', () => {
    const mon = [
      ['08:00', '12:00'],
      ['12:00', '17:00'],
      ['17:05', '18:00'],
    ] as const;
    expect(rules({ hours: { sun: [['22:00', '08:00']], mon } })).toEqual([]);
  });

  it('is a gap that is no break: a day that ends at 23:59', () => {
    expect(rules({ hours: { mon: [['00:00', '23:59']], tue: [['00:00', '24:00']] } })).toEqual([
      ['warning', 'hours.mon.0', 'leaves a gap of 1 minute after 23:59; a day ends at 24:00'],
    ]);
    const split = [
      ['08:00', '11:56'],
      ['12:00', '17:00'],
    ] as const;
    expect(rules({ hours: { mon: split } })).toEqual([
      ['warning', 'hours.mon.0', 'leaves a gap of 4 minutes after 11:56'],
    ]);
  });

  it('is a calendar that never opens', () => {
    expect(rules({ hours: {} })).toEqual([['error', 'hours', 'never opens, so that no target is ever due']]);
  });

  it('is a day off that never falls, lies outside of its own dates, or is named twice', () => {
    const holidays = [
      { month: 2, day: 30, name: 'a day that is none' },
      { on: '2027-05-01', name: 'May', from: '2028-01-01' },
      { month: 5, day: 2, name: 'backwards', from: '2028-01-01', to: '2027-01-01' },
      '2027-06-01',
      '2027-06-01',
      { month: 2, day: 29, name: 'leap day' },
    ] as const;
    expect(rules({ holidays })).toEqual([
      ['error', 'holidays.0', 'a day that is none never falls on any day'],
      ['error', 'holidays.1.on', 'May lies outside of its own dates'],
      ['error', 'holidays.2.to', 'lies before the first day of the rule'],
      ['warning', 'holidays.4', '2027-06-01 is named twice'],
    ]);
  });

  it('is a closure that ends before it begins, or lies in another', () => {
    const closure = (from: string, to: string, reason: string) => ({
      from: `2027-05-0${from}T00:00:00Z`,
      to: `2027-05-0${to}T00:00:00Z`,
      reason,
    });
    expect(
      rules({ closures: [closure('1', '3', 'flood'), closure('2', '4', 'storm'), closure('6', '5', 'time')] }),
    ).toEqual([
      ['warning', 'closures.1', 'overlaps the closure for flood; what lies in both is lost once'],
      ['error', 'closures.2.to', 'ends before it begins'],
    ]);
  });

  it('is a version that begins no later than the one before it', () => {
    const later = { ...office, from: '2027-01-01T00:00:00Z' };
    const told = lintCalendar({ name: 'office', versions: [office, later, later] });
    expect(told).toEqual([
      { level: 'error', path: 'versions.2.from', message: 'begins no later than the version before it' },
    ]);
  });
});
