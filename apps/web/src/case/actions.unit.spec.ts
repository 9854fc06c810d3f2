import { actions as everything } from '@headgate/domain/people';
import { describe, expect, it } from '@jest/globals';
import type { CaseStatus } from '../api/types.ts';
import { type ActionId, actionsFor } from './actions.ts';

const lead = { username: 'specialist3', may: [...everything] };
const crew = { username: 'operations', may: ['case.happening' as const] };
const whyNot = (
  id: ActionId,
  status: CaseStatus,
  person: Parameters<typeof actionsFor>[1] = lead,
  assignee: string | null = null,
) => actionsFor({ status, assignee }, person).find((action) => action.id === id)?.whyNot;

describe('what may be done to a case now', () => {
  it('lets an open case be held and a held one resumed, not the other way round', () => {
    expect(whyNot('hold', 'open')).toBeNull();
    expect(whyNot('resume', 'open')).toBe('The case is not on hold.');
    expect(whyNot('resume', 'on-hold')).toBeNull();
    expect(whyNot('hold', 'on-hold')).toBe('The case is on hold already.');
  });

  it('lets only a resolved or closed case be reopened', () => {
    expect(whyNot('reopen', 'open')).toBe('The case is still open.');
    expect(whyNot('reopen', 'resolved')).toBeNull();
    expect(whyNot('reopen', 'closed')).toBeNull();
    expect(whyNot('reopen', 'cancelled')).toMatch(/open a new one/);
  });

  it('says of an ended case that it has to be reopened first', () => {
    expect(whyNot('resolve', 'resolved')).toBe('The case is resolved: reopen it first.');
  });

  it('offers no case to whoever holds it, and says when the role is the reason', () => {
    expect(whyNot('take', 'open', lead, 'specialist3')).toBe('You hold this case.');
    expect(whyNot('take', 'open', lead, 'specialist1')).toBeNull();
    expect(whyNot('assign', 'open', crew)).toBe('Your role may not do this.');
    expect(whyNot('happenings', 'open', crew)).toBeNull();
  });

  it('lets an escalation be acknowledged once a clock that runs has escalated', () => {
    const acknowledge = (escalated: { metric: string; scope: string }[]) =>
      actionsFor({ status: 'open', assignee: null, escalated }, lead).find(({ id }) => id === 'acknowledge-escalation');
    expect(acknowledge([])?.whyNot).toBe('No clock that runs has escalated.');
    expect(acknowledge([{ metric: 'resolve', scope: 'case' }])?.whyNot).toBeNull();
  });
});
