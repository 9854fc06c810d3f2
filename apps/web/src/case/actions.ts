import type { Action, Case, CaseStatus, User } from '../api/types.ts';

export const actionIds = [
  'take',
  'assign',
  'priority',
  'hold',
  'resume',
  'happenings',
  'acknowledge-escalation',
  'resolve',
  'reopen',
  'close',
  'retype',
  'cancel',
] as const;
export type ActionId = (typeof actionIds)[number];

export interface PossibleAction {
  readonly id: ActionId;
  readonly label: string;
  /** Why not, in words, or null when it may be done now. */
  readonly whyNot: string | null;
}

interface Rule {
  readonly label: string;
  readonly needs: Action;
  readonly in: readonly CaseStatus[];
}

type Person = Pick<User, 'username' | 'may'>;
type Subject = Pick<Case, 'status' | 'assignee' | 'escalated'>;

const active: readonly CaseStatus[] = ['open', 'on-hold'];

const rules: Readonly<Record<ActionId, Rule>> = {
  take: { label: 'Take it', needs: 'case.assign', in: active },
  assign: { label: 'Assign', needs: 'case.assign', in: active },
  priority: { label: 'Priority', needs: 'case.prioritise', in: active },
  hold: { label: 'Hold', needs: 'case.hold', in: ['open'] },
  resume: { label: 'Resume', needs: 'case.hold', in: ['on-hold'] },
  happenings: { label: 'Record a fact', needs: 'case.happening', in: active },
  'acknowledge-escalation': { label: 'Acknowledge escalation', needs: 'escalation.acknowledge', in: active },
  resolve: { label: 'Resolve', needs: 'case.resolve', in: active },
  reopen: { label: 'Reopen', needs: 'case.reopen', in: ['resolved', 'closed'] },
  close: { label: 'Close', needs: 'case.close', in: ['resolved'] },
  retype: { label: 'Change type', needs: 'case.retype', in: active },
  cancel: { label: 'Cancel case', needs: 'case.cancel', in: active },
};

/** What may be done to the case now by this person, and for the rest why not. The API decides again. */
export function actionsFor(subject: Subject, user: Person): PossibleAction[] {
  return actionIds.map((id) => ({ id, label: rules[id].label, whyNot: whyNot(id, subject, user) }));
}

function whyNot(id: ActionId, subject: Subject, user: Person): string | null {
  const rule = rules[id];
  if (!user.may.includes(rule.needs)) return 'Your role may not do this.';
  if (!rule.in.includes(subject.status))
    return statusReason[subject.status][rule.in.includes('resolved') ? 'later' : 'now'];
  if (id === 'take' && subject.assignee === user.username) return 'You hold this case.';
  if (id === 'acknowledge-escalation' && !subject.escalated?.length) return 'No clock that runs has escalated.';
  return null;
}

const statusReason: Readonly<Record<CaseStatus, { now: string; later: string }>> = {
  open: { now: 'The case is not on hold.', later: 'The case is still open.' },
  'on-hold': { now: 'The case is on hold already.', later: 'The case is still open.' },
  resolved: { now: 'The case is resolved: reopen it first.', later: 'The case is resolved.' },
  closed: { now: 'The case is closed: reopen it first.', later: 'The case is closed already.' },
  cancelled: { now: 'The case was cancelled.', later: 'A cancelled case stays cancelled: open a new one.' },
};
