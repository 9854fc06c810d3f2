import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTable } from '@tanstack/react-table';
import { useRef } from 'react';
import type { CaseRow } from '../api/types.ts';
import { columns as allColumns, columnTitles, features, sortNames } from './columns.tsx';
import { nextSort, type QueueSearch, sortDirection } from './filters.ts';
import classes from './Queue.module.css';
import { useRowKeys } from './useRowKeys.ts';

interface CaseTableProps {
  rows: CaseRow[];
  search: QueueSearch;
  columns: readonly string[];
}

/** The cases, dense, one line each. j and k walk the rows, Enter opens; a click anywhere on a row opens it too. */
export function CaseTable({ rows, search, columns }: CaseTableProps) {
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  const hidden = columnTitles.map(([id]) => [id, columns.includes(id)] as const);
  const table = useTable({
    features,
    columns: allColumns,
    data: rows,
    getRowId: (row) => row.id,
    state: { columnVisibility: Object.fromEntries(hidden) },
  });
  const open = (number: string) => void navigate({ to: '/cases/$number', params: { number } });
  return (
    <table className={classes.table}>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => (
              <HeadCell key={header.id} id={header.column.id} search={search}>
                <table.FlexRender header={header} />
              </HeadCell>
            ))}
          </tr>
        ))}
      </thead>
      <tbody ref={body}>
        {table.getRowModel().rows.map((row) => (
          // The number's link is the way by keyboard; the click on the row is for the mouse.
          <tr key={row.id} onClick={(event) => isPlain(event) && open(row.original.number)}>
            {row.getVisibleCells().map((cell) => (
              <td key={cell.id} data-column={cell.column.id}>
                <table.FlexRender cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface HeadCellProps {
  id: string;
  search: QueueSearch;
  children: React.ReactNode;
}

function HeadCell({ id, search, children }: HeadCellProps) {
  const navigate = useNavigate();
  const name = sortNames[id];
  if (!name)
    return (
      <th scope="col" data-column={id}>
        {children}
      </th>
    );
  const direction = sortDirection(search.sort, name);
  const Icon = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort }[direction];
  const sort = () => void navigate({ to: '/queue', search: { ...search, sort: nextSort(search.sort, name) } });
  return (
    <th scope="col" aria-sort={direction} data-column={id}>
      <button type="button" onClick={sort}>
        {children} <Icon size={12} aria-hidden />
      </button>
    </th>
  );
}

/** A click that means the row: not on a link in it, not one that selects text. */
function isPlain(event: React.MouseEvent): boolean {
  const onLink = event.target instanceof Element && event.target.closest('a, button') !== null;
  return !onLink && !event.ctrlKey && !event.metaKey && (getSelection()?.isCollapsed ?? true);
}
