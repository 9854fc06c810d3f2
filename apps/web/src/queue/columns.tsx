import { Link } from '@tanstack/react-router';
import { columnVisibilityFeature, createColumnHelper, tableFeatures } from '@tanstack/react-table';
import type { CaseRow } from '../api/types.ts';
import { mostUrgent } from '../sla/chip.ts';
import { SlaChip } from '../sla/SlaChip.tsx';
import { Ago } from '../words/Ago.tsx';
import { humanise } from '../words/humanise.ts';
import { PriorityMark } from './PriorityMark.tsx';
import classes from './Queue.module.css';
import { StatusMark } from './StatusMark.tsx';
import { StageTitle, TypeTitle } from './Titles.tsx';

export const features = tableFeatures({ columnVisibilityFeature });
const column = createColumnHelper<typeof features, CaseRow>();

/** The name by which the API sorts a column, where it can. */
export const sortNames: Readonly<Record<string, string>> = {
  number: 'number',
  sla: 'dueAt',
  priority: 'priority',
  opened: 'openedAt',
};

export const columns = column.columns([
  column.accessor('number', {
    header: 'Number',
    cell: ({ row: { original } }) => (
      <Link to="/cases/$number" params={{ number: original.number }} className={classes.number} data-row>
        {original.number}
      </Link>
    ),
  }),
  column.accessor('subject', {
    header: 'Subject',
    cell: ({ row: { original } }) => (
      <span className={classes.subject} title={original.subject}>
        {original.subject}
      </span>
    ),
  }),
  column.display({
    id: 'sla',
    header: 'Service level',
    cell: ({ row: { original } }) => {
      const clock = mostUrgent(original.clocks ?? []);
      return clock ? <SlaChip clock={clock} /> : <span className={classes.quiet}>–</span>;
    },
  }),
  column.accessor('priority', { header: 'Priority', cell: ({ getValue }) => <PriorityMark priority={getValue()} /> }),
  column.accessor('type', { header: 'Type', cell: ({ getValue }) => <TypeTitle type={getValue()} /> }),
  column.accessor('stage', {
    header: 'Stage',
    cell: ({ row: { original } }) =>
      original.status === 'open' ? (
        <StageTitle type={original.type} stage={original.stage} />
      ) : (
        <StatusMark status={original.status} />
      ),
  }),
  column.accessor((row) => row.requester?.name, {
    id: 'requester',
    header: 'Customer',
    cell: ({ row: { original } }) => original.requester?.name ?? '–',
  }),
  column.accessor('accountNumber', { id: 'account', header: 'Account', cell: ({ getValue }) => getValue() ?? '–' }),
  column.accessor('queue', { header: 'Department', cell: ({ getValue }) => humanise(getValue()) }),
  column.accessor('assignee', {
    header: 'Held by',
    cell: ({ getValue }) => getValue() ?? <span className={classes.quiet}>nobody</span>,
  }),
  column.accessor('openedAt', { id: 'opened', header: 'Opened', cell: ({ getValue }) => <Ago at={getValue()} /> }),
  column.accessor('channel', { header: 'Came by', cell: ({ getValue }) => humanise(getValue()) }),
  column.accessor('outcome', {
    header: 'Outcome',
    cell: ({ getValue }) => (getValue() ? humanise(getValue() ?? '') : '–'),
  }),
]);

/** Columns in their order, with their heading; the number always stays. */
export const columnTitles: readonly (readonly [id: string, title: string])[] = [
  ['subject', 'Subject'],
  ['sla', 'Service level'],
  ['priority', 'Priority'],
  ['type', 'Type'],
  ['stage', 'Stage'],
  ['requester', 'Customer'],
  ['account', 'Account'],
  ['queue', 'Department'],
  ['assignee', 'Held by'],
  ['opened', 'Opened'],
  ['channel', 'Came by'],
  ['outcome', 'Outcome'],
];
