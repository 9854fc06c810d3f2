import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../people/index.ts';
import { monday, policyWith, TrialCase, tuesday } from './trial-case.steps.ts';

const customer: Actor = { kind: 'customer', name: 'customer' };
const held = (reason: string, until?: string, policy = policyWith()) => {
  const trial = new TrialCase([policy]);
  trial.does(monday('10:00'), { kind: 'hold', reason, ...(until ? { until } : {}) });
  return trial;
};
const endsAt = (trial: TrialCase) => trial.of('held')[0]?.endsAt;

describe('a hold', () => {
  it('knows the reasons of the list by their names and titles, and takes any other text as it is', () => {
    expect(held('awaiting-customer').of('held')[0]).toMatchObject({ code: 'awaiting-customer', until: null });
    expect(held('Awaiting the customer').of('held')[0]?.code).toBe('awaiting-customer');
    expect(held('The dog is loose').of('held')[0]).toMatchObject({ code: 'other', reason: 'The dog is loose' });
  });

  it('ends by itself at the return that is expected, at the latest when its reason allows no more', () => {
    expect(endsAt(held('weather', tuesday('12:00')))).toBe(tuesday('12:00'));
    expect(endsAt(held('weather'))).toBe('2027-04-13T00:00:00.000Z');
    expect(endsAt(held('weather', '2027-05-01T12:00:00-07:00'))).toBe('2027-04-13T00:00:00.000Z');
    const two = policyWith([], { holds: [{ reason: 'weather', longest: { businessMinutes: 120 } }] });
    expect(endsAt(held('weather', undefined, two))).toBe('2027-04-05T19:00:00.000Z');
    expect(endsAt(held('The dog is loose', undefined, two))).toBe('2027-05-04T00:00:00.000Z');
  });

  it('says whether it ended at the expected return or at its limit, not an instant before', () => {
    const returned = held('weather', tuesday('12:00'));
    expect(returned.tick('2027-04-06T11:59:59.999-07:00')).toEqual([]);
    returned.tick(tuesday('12:00'));
    expect(returned.of('resumed')).toEqual([{ why: 'term-ended' }]);
    const limited = held('weather', '2027-05-01T12:00:00-07:00');
    expect(limited.nextDeadline(tuesday('12:00'))).toBe('2027-04-13T00:00:00.000Z');
    limited.tick('2027-04-12T17:00:00-07:00');
    expect(limited.of('resumed')).toEqual([{ why: 'limit-reached' }]);
  });

  it('ends by itself when the customer replies, or tells of anything', () => {
    const replied = held('awaiting-customer');
    replied.does(monday('11:00'), { kind: 'happen', happening: 'customer-reply', data: { text: 'Here it is' } });
    expect(replied.of('resumed')).toEqual([{ why: 'customer-replied' }]);
    const repaired = held('awaiting-repair');
    const proof = { kind: 'happen', happening: 'repair-proof', data: { repairedOn: '2027-04-04' } } as const;
    repaired.does(monday('11:00'), proof, customer);
    expect(repaired.of('resumed')).toEqual([{ why: 'customer-replied' }]);
  });

  it('goes on when the office itself tells of something else', () => {
    const trial = held('awaiting-third-party');
    trial.does(monday('11:00'), { kind: 'happen', happening: 'repair-proof', data: { repairedOn: '2027-04-04' } });
    expect(trial.state.status).toBe('on-hold');
  });

  it('counts as paused up to its end, however late the timer fires', () => {
    const late = held('awaiting-customer', monday('11:00'));
    late.tick(monday('15:00'));
    expect(late.rungs).toEqual(['resolve half']);
    expect(late.of('escalated')[0]?.dueAt).toBe('2027-04-05T21:00:00.000Z');
  });
});
