import { describe, expect, it } from '@jest/globals';
import { Refusal } from './index.ts';
import { dana, monday, policyWith, TrialCase, tuesday } from './trial-case.steps.ts';

const refused = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'not refused';
};
const escalated = (...policies: Parameters<typeof policyWith>) => {
  const trial = new TrialCase([policyWith(...policies)]);
  trial.tick(monday('12:00'));
  return trial;
};

describe('an escalation that is acknowledged', () => {
  it('climbs no further during its term; what fell due meanwhile is reached at its end', () => {
    const trial = escalated();
    trial.does(monday('14:00'), { kind: 'acknowledge-escalation', until: monday('16:30') }, dana);
    expect(trial.nextDeadline(monday('14:00'))).toBe('2027-04-05T23:30:00.000Z');
    expect(trial.tick('2027-04-05T16:29:59.999-07:00')).toEqual([]);
    trial.tick(monday('16:30'));
    expect(trial.of('escalated').map(({ level, dueAt, late }) => [level, dueAt, late])).toEqual([
      ['half', '2027-04-05T19:00:00.000Z', false],
      ['at-risk', '2027-04-05T23:30:00.000Z', false],
    ]);
    trial.tick(monday('17:00'));
    expect(trial.rungs.at(-1)).toBe('resolve due');
  });

  it('goes on at once where nobody acknowledges', () => {
    const trial = escalated();
    trial.tick(monday('15:00'));
    expect(trial.rungs).toEqual(['resolve half', 'resolve at-risk']);
  });

  it('is halted for the term of the step, or else of the policy, or else of the office', () => {
    const term = (...policy: Parameters<typeof policyWith>) => {
      const trial = escalated(...policy);
      trial.does(monday('13:00'), { kind: 'acknowledge-escalation' }, dana);
      return trial.of('escalation-acknowledged')[0]?.until;
    };
    const half = { name: 'half', when: { percent: 50 }, to: ['lead'], template: 'escalation' } as const;
    const policy = { acknowledgedFor: { businessMinutes: 120 } };
    expect(term([{ ...half, acknowledgedFor: { businessMinutes: 60 } }], policy)).toBe('2027-04-05T21:00:00.000Z');
    expect(term([half], policy)).toBe('2027-04-05T22:00:00.000Z');
    expect(term([half])).toBe('2027-04-06T00:00:00.000Z');
  });

  it('halts the clocks that are meant and no others', () => {
    const trial = new TrialCase();
    trial.handOff(monday('08:00'));
    trial.tick(monday('12:00'));
    expect(trial.rungs).toEqual(['hand-off half', 'hand-off at-risk', 'resolve half', 'hand-off due']);
    trial.does(
      monday('13:00'),
      { kind: 'acknowledge-escalation', metric: 'hand-off', term: { businessDays: 1, endOfDay: true } },
      dana,
    );
    trial.tick(monday('17:00'));
    expect(trial.rungs.slice(4)).toEqual(['resolve at-risk', 'resolve due']);
    trial.tick(tuesday('17:00'));
    expect(trial.rungs).toContain('hand-off overdue');
  });

  it('needs something to acknowledge: a rung that is recorded, of a clock that runs', () => {
    const fresh = new TrialCase();
    const acknowledge = (trial: TrialCase, more = {}) =>
      refused(() => trial.does(monday('14:00'), { kind: 'acknowledge-escalation', ...more }, dana));
    expect(acknowledge(fresh)).toBe('nothing-escalated');
    expect(acknowledge(escalated(), { metric: 'hand-off' })).toBe('nothing-escalated');
    expect(acknowledge(escalated(), { metric: 'resolve' })).toBe('not refused');
    const ended = escalated();
    ended.does(monday('13:00'), { kind: 'cancel', reason: 'entered twice' });
    expect(acknowledge(ended)).toBe('case-ended');
  });

  it('is halted until after now, and no longer than the office allows', () => {
    const until = (at: string) =>
      refused(() => escalated().does(monday('14:00'), { kind: 'acknowledge-escalation', until: at }, dana));
    expect(until(monday('14:00'))).toBe('invalid-input');
    expect(until('2027-04-05T14:00:00.001-07:00')).toBe('not refused');
    expect(until('2027-04-12T17:00:00-07:00')).toBe('not refused');
    expect(until('2027-04-12T17:00:00.001-07:00')).toBe('invalid-input');
  });
});
