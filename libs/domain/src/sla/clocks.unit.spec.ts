import { describe, expect, it } from '@jest/globals';
import { calendarBook } from '../calendar/index.ts';
import { clockBook } from './book.ts';
import { defaultClockBook, defaultPolicies, defaultPolicyFor } from './default-policies.ts';
import { explain } from './explain.ts';
import { lintPolicy } from './lint.ts';
import { readClocks } from './read-clocks.ts';
import { servicePolicyField } from './schema.ts';
import type { ServicePolicy, SlaEvent } from './types.ts';

const at = (time: string) => `2027-04-05T${time}:00-07:00`;
const hours = (count: number) => ({ businessMinutes: count * 60 });
const step = (name: string, when: ServicePolicy['ladder'][number]['when']) => ({
  name,
  when,
  to: ['supervisor'] as const,
  template: 'escalation',
});

function policy(name: string, more: Partial<ServicePolicy>): ServicePolicy {
  return { name, version: 1, from: '2026-01-01T00:00:00Z', calendar: 'district', clocks: [], ladder: [], ...more };
}

function read(policies: readonly ServicePolicy[], events: readonly SlaEvent[], now: string) {
  const history: SlaEvent[] = [
    { type: 'opened', at: at('08:00'), priority: 'normal', policy: policies[0]!.name },
    ...events,
  ];
  return readClocks(history, clockBook(policies, calendarBook()), now);
}

const eight = policy('eight', { clocks: [{ metric: 'resolve', target: hours(8) }] });
const two = policy('two', { clocks: [{ metric: 'resolve', target: hours(2) }] });

describe('A clock under a changed policy', () => {
  const change: SlaEvent[] = [{ type: 'policy', at: at('10:00'), policy: 'two' }];

  it('carries what has elapsed, when the new policy says so', () => {
    expect(read([eight, two], change, at('10:00')).clocks[0]).toMatchObject({
      elapsedSeconds: 7200,
      targetSeconds: 7200,
      state: 'breached',
    });
  });

  it('begins anew, when the new policy says so', () => {
    const anew = { ...two, changeRules: { policy: 'restart' as const } };
    const { clocks } = read([eight, anew], change, at('11:00'));
    expect(clocks).toHaveLength(1);
    expect(clocks[0]).toMatchObject({ elapsedSeconds: 3600, cycle: 2, dueAt: '2027-04-05T19:00:00.000Z' });
  });

  it('keeps the earlier due, when the new policy says so', () => {
    const later = {
      ...policy('two', { clocks: [{ metric: 'resolve', target: hours(40) }] }),
      changeRules: { policy: 'earlier-due' as const },
    };
    expect(read([eight, later], change, at('11:00')).clocks[0]).toMatchObject({
      targetSeconds: 28_800,
      dueAt: '2027-04-06T00:00:00.000Z',
    });
    const sooner = { ...two, changeRules: { policy: 'earlier-due' as const } };
    expect(read([eight, sooner], change, at('11:00')).clocks[0]).toMatchObject({ targetSeconds: 7200 });
  });

  it('is cancelled where the new policy promises nothing, and begins where only the new one promises', () => {
    const other = policy('two', { clocks: [{ metric: 'acknowledge', target: hours(1) }] });
    const { clocks } = read([eight, other], change, at('10:30'));
    expect(clocks.map(({ metric, state, elapsedSeconds }) => [metric, state, elapsedSeconds])).toEqual([
      ['resolve', 'cancelled', 7200],
      ['acknowledge', 'running', 1800],
    ]);
  });
});

describe('A legal clock', () => {
  it('is stopped by no pause', () => {
    const law = policy('law', { clocks: [{ metric: 'sixty-days', target: { calendarDays: 60 }, legal: true }] });
    const { clocks } = read([law], [{ type: 'hold', at: at('09:00') }], '2027-06-04T08:00:00-07:00');
    expect(clocks[0]).toMatchObject({ state: 'breached', dueAt: '2027-06-04T15:00:00.000Z', percent: 100 });
  });
});

describe('The next response', () => {
  it('is owed from each message of the customer after the first answer until the next answer', () => {
    const both = policy('both', { clocks: [{ metric: 'next-response', target: hours(1) }] });
    const events: SlaEvent[] = [
      { type: 'customer-reply', at: at('08:10') },
      { type: 'reply', at: at('08:30'), visibility: 'customer' },
      { type: 'customer-reply', at: at('09:00') },
      { type: 'customer-reply', at: at('09:30') },
      { type: 'reply', at: at('10:30'), visibility: 'customer' },
      { type: 'customer-reply', at: at('11:00') },
    ];
    expect(
      read([both], events, at('11:30')).clocks.map(({ state, elapsedSeconds }) => [state, elapsedSeconds]),
    ).toEqual([
      ['breached', 5400],
      ['running', 1800],
    ]);
  });
});

describe('The ladder', () => {
  const ladder = [
    step('half', { percent: 50 }),
    step('hour before', { businessMinutes: -60, relativeTo: 'due' }),
    step('due', { percent: 100 }),
    step('two hours after', { wallMinutes: 120, relativeTo: 'due' }),
  ];
  const climbing = { ...eight, ladder };
  const names = (now: string, events: SlaEvent[] = []) =>
    read([climbing], events, now).reached.map((rung) => rung.step.name);

  it('is reached step by step, each at its instant and not a millisecond before', () => {
    expect(names('2027-04-05T11:59:59.999-07:00')).toEqual([]);
    expect(names(at('12:00'))).toEqual(['half']);
    expect(names('2027-04-05T15:59:59.999-07:00')).toEqual(['half']);
    expect(names(at('16:00'))).toEqual(['half', 'hour before']);
    expect(names(at('17:00'))).toEqual(['half', 'hour before', 'due']);
    expect(names(at('19:00'))).toEqual(['half', 'hour before', 'due', 'two hours after']);
  });

  it('names the next instant, also when a hold ends by itself, and none when it does not', () => {
    expect(read([climbing], [], at('12:00')).nextAt).toBe('2027-04-05T23:00:00.000Z');
    expect(read([climbing], [{ type: 'hold', at: at('09:00'), until: at('10:00') }], at('09:30')).nextAt).toBe(
      '2027-04-05T21:00:00.000Z',
    );
    expect(read([climbing], [{ type: 'hold', at: at('09:00') }], at('09:30')).nextAt).toBeNull();
  });

  it('climbs no further during the term of an acknowledgement, and goes on after it', () => {
    const events: SlaEvent[] = [{ type: 'escalation-acknowledged', at: at('12:30'), until: at('18:30') }];
    expect(names(at('18:00'), events)).toEqual(['half']);
    expect(read([climbing], events, at('18:00')).nextAt).toBe('2027-04-06T01:30:00.000Z');
    expect(names(at('18:30'), events)).toEqual(['half', 'hour before', 'due']);
  });

  it('is left at the instant of the stop', () => {
    expect(names(at('20:00'), [{ type: 'resolve', at: at('17:00') }])).toEqual(['half', 'hour before']);
  });
});

describe('A pause', () => {
  it('ends at the longest that its reason allows', () => {
    const limited = { ...eight, holds: [{ reason: 'awaiting-customer', longest: hours(2) }] };
    const events: SlaEvent[] = [{ type: 'hold', at: at('09:00'), reason: 'awaiting-customer', until: at('16:00') }];
    expect(read([limited], events, at('12:00'))).toMatchObject({ hold: null, clocks: [{ elapsedSeconds: 7200 }] });
  });
});

describe('An explanation', () => {
  it('adds up to the second, and gives each stretch that did not count its reason', () => {
    const history: SlaEvent[] = [
      { type: 'opened', at: '2027-03-30T15:30:00.400-07:00', priority: 'normal', policy: 'service-standard' },
      { type: 'hold', at: '2027-04-01T09:00:00.700-07:00', reason: 'awaiting-customer' },
      { type: 'resume', at: '2027-04-01T11:00:00-07:00' },
    ];
    const told = explain(history, defaultClockBook, '2027-04-01T14:00:00-07:00', { metric: 'resolve' });
    expect(told?.countedSeconds).toBe(told?.clock.elapsedSeconds);
    const wall = Date.parse('2027-04-01T14:00:00-07:00') - Date.parse('2027-03-30T15:30:00.400-07:00');
    expect(Math.abs((told?.countedSeconds ?? 0) + (told?.uncountedSeconds ?? 0) - wall / 1000)).toBeLessThan(2);
    expect(told?.segments.map(({ reason }) => reason)).toEqual([
      'open',
      'outside office hours',
      'Cesar Chavez Day',
      'outside office hours',
      'open',
      'on hold: awaiting-customer',
      'open',
      'outside office hours',
      'open',
    ]);
  });
});

describe('The delivered policies', () => {
  it('are of the shape in which policies are kept, and the linter finds nothing in them', () => {
    for (const each of defaultPolicies) {
      expect(servicePolicyField.safeParse(each).success).toBe(true);
      expect(lintPolicy(each, { calendars: ['district'] })).toEqual([]);
    }
    expect(defaultPolicyFor('high-consumption').name).toBe('service-high-consumption');
    expect(defaultPolicyFor('unheard-of').name).toBe('service-standard');
  });
});
