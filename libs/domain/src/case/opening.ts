import { type Actor, may } from '../people/index.ts';
import { fitting } from './checks.ts';
import type { OpenCase } from './commands.ts';
import { Draft } from './draft.ts';
import type { NewEvent } from './events.ts';
import { begin } from './evolve.ts';
import type { Moment } from './moment.ts';
import { forbid, Refusal } from './refusal.ts';
import { writeLetter } from './writing.ts';

export function openCase(id: string, command: OpenCase, actor: Actor, moment: Moment): Draft {
  if (!may(actor, 'case.open')) forbid('Your role may not open cases.');
  const opened = openingEvent(command, actor, moment);
  const draft = new Draft(begin(id, opened), actor, moment, [opened]);
  pinPolicy(draft);
  barCollection(draft);
  acknowledge(draft);
  return draft;
}

/** While a case of such a type is open, nothing is collected on its account. */
export function barCollection(draft: Draft): void {
  const { barsCollection } = draft.definition;
  if (barsCollection && draft.state.accountNumber) draft.emit('collection-barred', { reason: barsCollection });
}

/** Pins the policy version in force: what changes later does not touch this case. */
export function pinPolicy(draft: Draft): void {
  const { name, version } = draft.moment.office.policyAt(draft.definition.policy, draft.moment.now);
  draft.emit('policy-pinned', { name, version });
}

function openingEvent(command: OpenCase, actor: Actor, moment: Moment): NewEvent<'case-opened'> {
  const definition = moment.office.definition(command.type);
  if (!definition) {
    const errors = [{ path: 'type', message: `there is no case type ${command.type}` }];
    throw new Refusal('shape', 'unknown-type', `There is no case type ${command.type}.`, { errors });
  }
  return {
    type: 'case-opened',
    at: moment.now,
    actor,
    data: {
      type: command.type,
      number: command.number,
      channel: command.channel,
      subject: command.subject,
      description: command.description ?? '',
      priority: command.priority ?? 'normal',
      accountNumber: command.accountNumber ?? null,
      requester: command.requester ?? null,
      details: fitting(definition.intakeForm, command.details, 'details'),
      queue: definition.queue,
    },
  };
}

/** The customer hears at once that the case is here; where nobody can be written to, staff acknowledge by acting. */
function acknowledge(draft: Draft): void {
  const letter = `${draft.definition.type}/acknowledgement`;
  if (!draft.definition.letters.includes('acknowledgement')) return;
  const written = writeLetter(draft, { letter, data: {}, step: `c${draft.state.cycle}/main/letter:acknowledgement#1` });
  if (written) draft.emit('acknowledged', { how: 'letter' });
}
