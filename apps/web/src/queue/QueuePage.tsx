import { Button, Loader, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { casesQuery } from '../api/cases.ts';
import { useUser } from '../session/user.ts';
import { Trouble } from '../shell/Trouble.tsx';
import { CaseTable } from './CaseTable.tsx';
import { ColumnChooser, useChosenColumns } from './ColumnChooser.tsx';
import { FilterBar } from './FilterBar.tsx';
import { inOrder, sameFilters } from './filters.ts';
import { NextCase } from './NextCase.tsx';
import { NothingHere } from './NothingHere.tsx';
import classes from './Queue.module.css';
import { Rail, RailSelect } from './Rail.tsx';
import { firstView, viewsOf } from './views.ts';

export function QueuePage() {
  const user = useUser();
  const asked = useSearch({ from: '/queue' });
  const search = inOrder(Object.keys(asked).length === 0 ? firstView(user) : asked);
  const view = viewsOf(user)
    .flatMap((group) => group.views)
    .find((candidate) => sameFilters(candidate.search, search));
  const [columns, setColumns] = useChosenColumns();
  const list = useInfiniteQuery(casesQuery(search));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={classes.page}>
      <Rail search={search} counted={!list.isPending} />
      <section className={classes.content} aria-label="Cases">
        <div className={classes.top}>
          <Title order={1}>{view?.title ?? 'Cases'}</Title>
          <RailSelect search={search} />
          <FilterBar search={search} />
          <NextCase />
          <ColumnChooser chosen={columns} onChange={setColumns} />
        </div>
        <div className={classes.scroll} tabIndex={-1}>
          {list.isError && rows.length === 0 && <Trouble error={list.error} retry={() => void list.refetch()} />}
          {list.isPending && <Loader m="xl" size="sm" aria-label="Loading cases" />}
          {list.isSuccess && rows.length === 0 && <NothingHere search={search} />}
          {rows.length > 0 && <CaseTable rows={rows} search={search} columns={columns} />}
          {rows.length > 0 && (
            <div className={classes.more}>
              {list.hasNextPage ? (
                <Button
                  variant="default"
                  size="xs"
                  loading={list.isFetchingNextPage}
                  onClick={() => void list.fetchNextPage()}
                >
                  Show more
                </Button>
              ) : (
                <Text size="xs" c="dimmed">
                  {rows.length === 1 ? 'One case' : `All ${rows.length} cases`}
                </Text>
              )}
            </div>
          )}
        </div>
      </section>
    </div>
  );
}
