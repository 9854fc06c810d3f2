import { holdReasonNames, holdReasons } from '@headgate/domain/holds';
import { queues } from '@headgate/domain/people';
import type { Case, CaseType, Named } from '../api/types.ts';
import { priorities } from '../api/vocabulary.ts';
import type { Field } from '../forms/fields.ts';
import type { Entries } from '../forms/values.ts';
import type { ActionId } from './actions.ts';

/** What a dialog asks before it acts, and what it tells the person beforehand. */
export interface Dialog {
  readonly title: string;
  readonly submit: string;
  readonly hint?: string;
  readonly fields: readonly Field[];
  readonly initial?: Entries;
  readonly danger?: boolean;
}

type Asked = Exclude<ActionId, 'take' | 'resume' | 'happenings' | 'retype'>;

const reason: Field = { name: 'reason', title: 'Reason', kind: 'long-text', required: true, maxLength: 2000 };

/** The dialogs that need nothing but fields. Acts without a question, and those with a schema of their own, have none. */
export function dialogOf(action: Asked, subject: Case, type: CaseType | undefined): Dialog {
  switch (action) {
    case 'assign':
      return {
        title: 'Assign',
        submit: 'Assign',
        hint: 'To a person by staff name, or to a department’s queue. One of the two.',
        fields: [
          { name: 'assignee', title: 'Person', kind: 'text', required: false, maxLength: 100 },
          { name: 'queue', title: 'Department', kind: 'choice', required: false, choices: queues },
        ],
      };
    case 'priority':
      return {
        title: 'Priority',
        submit: 'Set priority',
        fields: [{ name: 'priority', title: 'Priority', kind: 'choice', required: true, choices: priorities }],
        initial: { priority: subject.priority },
      };
    case 'hold':
      return {
        title: 'Put on hold',
        submit: 'Hold',
        hint: 'Service clocks pause until the expected return, a reply of the customer, or the longest that the reason allows. Legal dates and open tasks go on.',
        fields: [
          {
            name: 'code',
            title: 'Why',
            kind: 'choice',
            required: false,
            choices: holdReasonNames,
            titles: holdReasons,
          },
          reason,
          { name: 'until', title: 'Expected return', kind: 'instant', required: false },
        ],
      };
    case 'acknowledge-escalation':
      return {
        title: 'Acknowledge the escalation',
        submit: 'Acknowledge',
        hint: 'The ladder climbs no further until the term is over, and goes on then. Without an end it is the usual term.',
        fields: [{ name: 'until', title: 'Until', kind: 'instant', required: false }],
      };
    case 'resolve':
      return { title: 'Resolve', submit: 'Resolve', fields: resolveFields(type) };
    case 'reopen':
      return { title: 'Reopen', submit: 'Reopen', fields: [reason] };
    case 'close':
      return { title: 'Close', submit: 'Close case', hint: 'The case leaves the desk for good.', fields: [] };
    case 'cancel':
      return {
        title: 'Cancel the case',
        submit: 'Cancel case',
        hint: 'Open tasks, waits and queued mail are withdrawn. The case stays in the record.',
        fields: [reason],
        danger: true,
      };
    default:
      return action satisfies never;
  }
}

const titlesOf = (named: readonly Named[]): Record<string, string> =>
  Object.fromEntries(named.map(({ name, title }) => [name, title]));

function resolveFields(type: CaseType | undefined): Field[] {
  const outcomes = type?.outcomes ?? [];
  return [
    outcomes.length > 0
      ? {
          name: 'outcome',
          title: 'Outcome',
          kind: 'choice',
          required: true,
          choices: outcomes.map(({ name }) => name),
          titles: titlesOf(outcomes),
        }
      : { name: 'outcome', title: 'Outcome', kind: 'text', required: true },
    { name: 'note', title: 'Note', kind: 'long-text', required: true, maxLength: 4000 },
  ];
}
