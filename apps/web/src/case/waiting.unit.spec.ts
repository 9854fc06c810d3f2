import { describe, expect, it } from '@jest/globals';
import type { Case, CaseEvent, Task } from '../api/types.ts';
import { namesOf } from './names.ts';
import { stageStates } from './stages.ts';
import { waitingOf } from './waiting.ts';

const now = Date.parse('2026-11-25T19:00:00Z');
let seq = 0;
const event = (type: string, at: string, data: Record<string, unknown>): CaseEvent => {
  seq += 1;
  return { seq, type, at, actor: { kind: 'procedure', name: 'high-consumption' }, data, hash: '' };
};
const reread = {
  id: 't1',
  title: 'Re-read the meter',
  queue: 'operations',
  status: 'open',
  assignee: null,
  dueAt: '2026-12-03T17:00:00Z',
} as Task;
const subject = (given: Partial<Case>) => ({ status: 'open', tasks: [], outcome: null, ...given }) as Case;
const words = (given: Partial<Case>, events: CaseEvent[] = []) =>
  waitingOf(subject(given), events, namesOf(undefined, events), now).map((one) => one.words);

describe('what a case waits for', () => {
  it('is a department, since when, for what and until when', () => {
    const opened = event('task-opened', '2026-11-23T18:00:00Z', { taskId: 't1' });
    expect(words({ tasks: [reread] }, [opened])).toEqual([
      'Waits for Operations since 2 days: Re-read the meter; due Dec 3, 09:00.',
    ]);
  });

  it('names who took the task up and says when it was due once that is past', () => {
    const late = { ...reread, assignee: 'omar', dueAt: '2026-11-25T17:00:00Z' };
    expect(words({ tasks: [late] })).toEqual(['Waits for Operations (omar): Re-read the meter; was due today 09:00.']);
  });

  it('is the reason of a hold and its end', () => {
    const held = event('held', '2026-11-25T17:00:00Z', { reason: 'The plumber comes.', until: '2026-11-27T17:00:00Z' });
    expect(words({ status: 'on-hold' }, [held])).toEqual([
      'On hold since today 09:00, until Friday 09:00: The plumber comes.',
    ]);
  });

  it('is a happening that has not come, and no longer one that came', () => {
    const begun = event('wait-begun', '2026-11-25T18:00:00Z', { step: 'w1', kinds: ['repair-proof'], until: null });
    expect(words({}, [begun])).toEqual(['Waits until repair proof (since 1 h).']);
    const ended = event('wait-ended', '2026-11-25T18:30:00Z', { step: 'w1', by: 'happening' });
    expect(words({}, [begun, ended])).toEqual(['Waits for nobody: the procedure is at work on the next step.']);
  });

  it('is nothing once it is resolved: then the outcome is told', () => {
    expect(
      words({ status: 'resolved', outcome: 'misread', resolvedAt: '2026-11-25T17:00:00Z', closedAt: null }),
    ).toEqual(['Resolved today 09:00: Misread.']);
  });
});

describe('the stage strip', () => {
  const stages = ['usage', 're-read', 'decision'].map((name) => ({ name, title: name }));
  const entered = (stage: string) => event('stage-entered', '2026-11-25T18:00:00Z', { stage });

  it('marks what was gone through, where the case is, and what lies ahead', () => {
    const events = [entered('usage'), entered('re-read')];
    expect(stageStates(stages, events, { status: 'open', stage: 're-read' })).toEqual(['done', 'now', 'ahead']);
  });

  it('begins anew when the case is reopened', () => {
    const events = [entered('usage'), entered('decision'), event('case-reopened', '2026-11-25T18:30:00Z', {})];
    expect(stageStates(stages, events, { status: 'open', stage: null })).toEqual(['ahead', 'ahead', 'ahead']);
  });
});
