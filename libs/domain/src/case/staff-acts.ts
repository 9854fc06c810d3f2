import { holdReasonOf } from '../holds/index.ts';
import { millis } from '../time/index.ts';
import { acknowledgeEscalation } from './acknowledging.ts';
import { attach, mustBeAttached } from './attachments.ts';
import { fitting, mustBeActive, mustBeAllowed, mustBeForThemToDecide } from './checks.ts';
import type { StaffCommand } from './commands.ts';
import type { Acts } from './decide.ts';
import type { Draft } from './draft.ts';
import { resolveCase, withdrawOpenWork } from './endings.ts';
import { takePlace } from './happening.ts';
import { holdFor } from './holding.ts';
import { barCollection, pinPolicy } from './opening.ts';
import { refuse, wrong } from './refusal.ts';
import type { CaseState } from './state.ts';
import { writeLetter } from './writing.ts';

export const staffActs: Acts<StaffCommand> = {
  assign(draft, { assignee, queue }) {
    mustBeAllowed(draft, 'case.assign');
    mustBeActive(draft);
    if (assignee) assignTo(draft, assignee);
    else if (queue) draft.emit('assigned', { assignee: null, queue });
    acknowledgedByActing(draft);
  },

  hold(draft, { reason, code, until }) {
    mustBeAllowed(draft, 'case.hold');
    mustBeActive(draft);
    if (draft.state.hold) refuse('already-held', 'The case is already on hold; resume it first.');
    if (until && millis(until) <= millis(draft.moment.now)) wrong('until', 'the hold must end after now');
    draft.emit('held', holdFor(draft, { reason, code: code ?? holdReasonOf(reason), until: until ?? null }));
  },

  resume(draft) {
    mustBeAllowed(draft, 'case.hold');
    if (!draft.state.hold) refuse('not-held', 'The case is not on hold.');
    draft.emit('resumed', { why: 'staff' });
  },

  prioritise(draft, { priority }) {
    mustBeAllowed(draft, 'case.prioritise');
    mustBeActive(draft);
    if (priority !== draft.state.priority) draft.emit('reprioritised', { priority });
  },

  'acknowledge-escalation'(draft, asked) {
    mustBeAllowed(draft, 'escalation.acknowledge');
    mustBeActive(draft);
    acknowledgeEscalation(draft, asked);
  },

  resolve(draft, { outcome, note }) {
    mustBeAllowed(draft, 'case.resolve');
    mustBeActive(draft);
    mustBeForThemToDecide(draft, outcome, 'outcome');
    resolveCase(draft, { outcome, note, step: null });
  },

  reopen(draft, { reason }) {
    mustBeAllowed(draft, 'case.reopen');
    const { status, number } = draft.state;
    if (status !== 'resolved' && status !== 'closed')
      refuse('not-resolved', `Case ${number} is ${status}; only a resolved or closed case is reopened.`);
    draft.emit('case-reopened', { reason });
    barCollection(draft);
  },

  close(draft, { reason }) {
    mustBeAllowed(draft, 'case.close');
    if (draft.state.status !== 'resolved') refuse('not-resolved', 'Only a resolved case is closed.');
    draft.emit('case-closed', { reason: reason ?? 'closed by staff' });
  },

  cancel(draft, { reason }) {
    mustBeAllowed(draft, 'case.cancel');
    mustBeActive(draft);
    withdrawOpenWork(draft, `case cancelled: ${reason}`, 'everyone');
    draft.emit('case-cancelled', { reason });
  },

  retype(draft, { type, details }) {
    mustBeAllowed(draft, 'case.retype');
    mustBeActive(draft);
    const target = draft.moment.office.definition(type) ?? wrong('type', `there is no case type ${type}`);
    if (type === draft.state.type) refuse('same-type', `The case is a ${type} already.`);
    const fitted = fitting(target.intakeForm, details, 'details');
    withdrawOpenWork(draft, `case retyped to ${type}`, 'everyone');
    draft.emit('case-retyped', { from: draft.state.type, type, details: fitted, queue: target.queue });
    pinPolicy(draft);
    barCollection(draft);
  },

  note(draft, { text, visibility }) {
    mustBeAllowed(draft, 'case.write');
    draft.emit('note-added', { text, visibility });
  },

  reply(draft, { channel, to, subject, body }) {
    mustBeAllowed(draft, 'case.write');
    const data = { subject: subject ?? draft.state.subject, body };
    const written = writeLetter(draft, {
      letter: 'general/reply',
      data,
      to: { who: 'customer', by: channel },
      ...(to ? { email: to } : {}),
    });
    if (!written) wrong('to', `no ${channel} address is known for this customer`);
    acknowledgedByActing(draft);
  },

  happen(draft, { happening, at, data }) {
    const known = draft.definition.happenings[happening];
    if (!known) wrong('kind', `one of ${Object.keys(draft.definition.happenings).join(', ')}`);
    mustBeAllowed(draft, known.needs ?? 'case.happening');
    const fitted = fitting(known.form, data, 'data');
    mustBeAttached(draft, known.form, fitted, 'data');
    if (known.revives && isOver(draft.state)) draft.emit('case-reopened', { reason: known.title, revived: true });
    mustBeActive(draft);
    takePlace(draft, happening, fitted, at);
  },

  attach,
};

const isOver = ({ status }: CaseState): boolean => status === 'resolved' || status === 'closed';

function assignTo(draft: Draft, assignee: string): void {
  const person = draft.moment.office.people.find(({ username }) => username === assignee);
  if (!person) wrong('assignee', `nobody on the staff is called ${assignee}`);
  draft.emit('assigned', { assignee, queue: person.queue });
}

function acknowledgedByActing(draft: Draft): void {
  if (!draft.state.acknowledgedAt) draft.emit('acknowledged', { how: 'staff' });
}
