import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../people/index.ts';
import { procedureActor } from '../people/index.ts';
import { monday, TrialCase } from './trial-case.steps.ts';

const beginner: Actor = { kind: 'staff', name: 'ben', role: 'specialist-1' };

function reopened() {
  const trial = new TrialCase();
  trial.does(monday('09:00'), { kind: 'resolve', outcome: 'usual-use', note: 'As last year' });
  trial.does(monday('10:00'), { kind: 'reopen', reason: 'She found a second meter' });
  const step = 'c2/main/task:review#1';
  trial.does(monday('10:00'), { kind: 'hand-off', step, task: 'review', facts: {} }, procedureActor);
  const task = [...trial.state.tasks.values()].find(({ kind }) => kind === 'review');
  return (outcome: string, actor?: Actor) =>
    trial.does(monday('11:00'), { kind: 'complete', taskId: task?.id ?? '', outcome: { outcome } }, actor);
}

describe('the review of a reopened case', () => {
  it('ends it with an outcome of its type, and names the field of any other', () => {
    expect(() => reopened()('a-miracle')).toThrow(/one of usual-use, misread/);
    expect(() => reopened()('')).toThrow();
    expect(() => reopened()('usual-use')).not.toThrow();
  });

  it('is not the way round an approval: what moves money is not for a specialist I to say', () => {
    expect(() => reopened()('misread', beginner)).toThrow(/approved by a specialist III/);
    expect(() => reopened()('usual-use', beginner)).not.toThrow();
    expect(() => reopened()('misread')).not.toThrow();
  });
});
