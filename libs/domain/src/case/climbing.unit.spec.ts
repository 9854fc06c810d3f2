import { describe, expect, it } from '@jest/globals';
import { clockActor } from '../people/index.ts';
import type { LadderAction, LadderStep } from '../sla/index.ts';
import { millis } from '../time/index.ts';
import { monday, policyWith, TrialCase, tuesday } from './trial-case.steps.ts';

const step = (name: string, percent: number, actions: LadderAction[], to: LadderStep['to'] = ['lead']): LadderStep => ({
  name,
  when: { percent },
  to,
  template: 'escalation',
  actions,
  metrics: ['resolve'],
});
const under = (...ladder: LadderStep[]) => new TrialCase([policyWith(ladder)]);

describe('a rung of the ladder', () => {
  it('is recorded once, however often the timer fires', () => {
    const trial = new TrialCase();
    for (const at of ['12:00', '12:00', '12:30', '13:00']) trial.tick(monday(at));
    expect(trial.rungs).toEqual(['resolve half']);
    expect(trial.of('message-queued').filter(({ audience }) => audience === 'staff')).toHaveLength(1);
  });

  it('that the system slept through keeps its true instant, is marked late, and is mailed with the others as one', () => {
    const trial = new TrialCase();
    trial.tick(tuesday('12:00'));
    expect(trial.of('escalated').map(({ level, dueAt, late, told }) => [level, dueAt, late, told])).toEqual([
      ['half', '2027-04-05T19:00:00.000Z', true, ['carmen']],
      ['at-risk', '2027-04-05T22:00:00.000Z', true, ['carmen']],
      ['due', '2027-04-06T00:00:00.000Z', true, ['dana']],
      ['overdue', '2027-04-06T19:00:00.000Z', false, ['iris']],
    ]);
    const mails = trial.of('message-queued').filter(({ audience }) => audience === 'staff');
    expect(mails.map(({ to }) => to.name)).toEqual(['carmen', 'dana', 'iris']);
    expect(mails[0]?.data.levels).toHaveLength(2);
  });

  it('is late from one minute after its instant on', () => {
    const late = (at: string) => {
      const trial = new TrialCase();
      trial.tick(at);
      return trial.of('escalated')[0]?.late;
    };
    expect(late(monday('12:01'))).toBe(false);
    expect(late('2027-04-05T12:01:00.001-07:00')).toBe(true);
  });

  it('is not recorded of a case that has ended', () => {
    const trial = new TrialCase();
    trial.does(monday('09:00'), { kind: 'cancel', reason: 'merged into another case' });
    expect(trial.tick(tuesday('12:00'))).toEqual([]);
    expect(trial.nextDeadline(tuesday('12:00'))).toBeNull();
  });
});

describe('what a rung does beside telling people', () => {
  it('raises the priority, by the clock, with the rung as the reason', () => {
    const trial = under(step('half', 50, [{ raisePriority: 'high' }]));
    const done = trial.tick(monday('12:00')).filter(({ type }) => type === 'reprioritised');
    expect(done).toEqual([
      {
        type: 'reprioritised',
        at: monday('12:00'),
        actor: clockActor,
        data: { priority: 'high', reason: 'escalated: resolve reached the step half' },
      },
    ]);
  });

  it('never lowers a priority, nor sets the same anew', () => {
    for (const priority of ['high', 'urgent'] as const) {
      const trial = under(step('half', 50, [{ raisePriority: 'high' }]));
      trial.does(monday('09:00'), { kind: 'prioritise', priority });
      trial.tick(monday('12:00'));
      expect([trial.state.priority, trial.of('reprioritised')]).toEqual([priority, [{ priority }]]);
    }
  });

  it('gives the case to whom the step names', () => {
    const trial = under(step('half', 50, [{ reassignTo: 'supervisor' }]));
    trial.tick(monday('12:00'));
    expect(trial.state).toMatchObject({ assignee: 'dana', queue: 'customer-service' });
    expect(trial.of('assigned')[0]?.reason).toBe('escalated: resolve reached the step half');
  });

  it('of a hand-off gives the task to whom the step names, if they may work it', () => {
    const handOff = (to: 'supervisor' | 'manager') => {
      const actions = [{ reassignTo: to }];
      const trial = under({ ...step('half', 50, actions, ['department-head']), metrics: ['hand-off'] });
      const task = trial.handOff(monday('08:00'));
      trial.tick(monday('10:00'));
      expect(trial.of('escalated')[0]?.told).toEqual(['eli']);
      return trial.state.tasks.get(task);
    };
    expect(handOff('supervisor')).toMatchObject({ status: 'claimed', assignee: 'dana' });
    expect(handOff('manager')).toMatchObject({ status: 'open', assignee: null });
  });

  it('opens a task, one of a kind at a time, and nothing that only a procedure may open', () => {
    const opens = (kind: string): LadderAction[] => [{ openTask: kind }];
    const trial = under(
      step('half', 50, opens('review-escalation')),
      step('at-risk', 75, opens('review-escalation')),
      step('due', 100, opens('approval')),
    );
    trial.tick(tuesday('08:00'));
    expect(trial.of('task-opened').map(({ kind, visit, facts }) => [kind, visit, facts.level])).toEqual([
      ['review-escalation', 1, 'half'],
    ]);
  });

  it('opens the next one when the last is done', () => {
    const trial = under(
      step('half', 50, [{ openTask: 'review-escalation' }]),
      step('due', 100, [{ openTask: 'review-escalation' }]),
    );
    trial.tick(monday('12:00'));
    const [first] = trial.state.tasks.keys();
    trial.does(monday('13:00'), {
      kind: 'complete',
      taskId: String(first),
      outcome: { finding: 'Waits for the crew' },
    });
    trial.tick(monday('17:00'));
    expect([...trial.state.tasks.values()].map(({ step: name, status }) => [name, status])).toEqual([
      ['c1/ladder/task:review-escalation#1', 'done'],
      ['c1/ladder/task:review-escalation#2', 'open'],
    ]);
  });

  it('happens once, also when it brings the next rung about in the same instant', () => {
    const faster = { low: 480, normal: 480, high: 120, urgent: 60 };
    const target = Object.fromEntries(
      Object.entries(faster).map(([priority, businessMinutes]) => [priority, { businessMinutes }]),
    );
    const policy = policyWith(
      [step('half', 50, [{ raisePriority: 'high' }]), step('due', 100, [{ raisePriority: 'urgent' }])],
      {
        clocks: [{ metric: 'resolve', target: target as never }],
      },
    );
    const trial = new TrialCase([policy]);
    trial.tick(monday('12:00'));
    expect(trial.rungs).toEqual(['resolve half', 'resolve due']);
    expect(trial.of('reprioritised').map(({ priority }) => priority)).toEqual(['high', 'urgent']);
    expect(trial.of('message-queued').filter(({ audience }) => audience === 'staff')).toHaveLength(1);
    expect(trial.tick(monday('12:00'))).toEqual([]);
    expect(trial.nextDeadline(monday('12:00'))).toBeNull();
  });
});

describe('quiet hours', () => {
  const anHourAfter: LadderStep = {
    name: 'an hour after',
    when: { wallMinutes: 60, relativeTo: 'due' },
    to: ['manager'],
    template: 'escalation',
  };
  const promised = policyWith([anHourAfter], { clocks: [{ metric: 'resolve', target: { calendarDays: 1 } }] });

  /** A case whose rung is reached on Tuesday at this time. */
  const rungAt = (time: string) => {
    const opened = new Date(millis(tuesday(time)) - 25 * 3_600_000).toISOString();
    const trial = new TrialCase([promised], opened);
    trial.tick(tuesday(time));
    const recorded = trial.events.find(({ type }) => type === 'escalated')?.at;
    return { recorded, notBefore: trial.of('message-queued').at(-1)?.notBefore };
  };

  it.each([
    ['19:59', undefined],
    ['20:00', '2027-04-07T14:00:00.000Z'],
    ['23:30', '2027-04-07T14:00:00.000Z'],
    ['06:59', '2027-04-06T14:00:00.000Z'],
    ['07:00', undefined],
  ])('delay the mail and never the record of a rung at %s', (time, notBefore) => {
    expect(rungAt(time)).toEqual({ recorded: tuesday(time), notBefore });
  });
});
