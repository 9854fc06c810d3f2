import { Button, Group, Loader, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import type { Query } from '../api/request.ts';
import { tasksQuery } from '../api/tasks.ts';
import type { User } from '../api/types.ts';
import { useRowKeys } from '../queue/useRowKeys.ts';
import { useUser } from '../session/user.ts';
import { Empty } from '../shell/Empty.tsx';
import { Trouble } from '../shell/Trouble.tsx';
import { humanise } from '../words/humanise.ts';
import type { TaskSearch } from './filters.ts';
import { TaskCard } from './TaskCard.tsx';
import classes from './Tasks.module.css';

/** The work of a person and of a department, on a desk or in a truck. */
export function TasksPage() {
  const user = useUser();
  const asked = useSearch({ from: '/tasks' });
  const search: TaskSearch = Object.keys(asked).length === 0 ? { queue: user.queue } : asked;
  return (
    <div className={classes.page}>
      <title>Tasks – Headgate</title>
      <Title order={1}>Tasks</Title>
      <Tabs user={user} search={search} />
      {isOwnFilter(search) ? (
        <TaskList key={JSON.stringify(search)} title="Tasks" filters={search as Query} />
      ) : (
        <OpenTasks key={JSON.stringify(search)} user={user} search={search} />
      )}
    </div>
  );
}

/** A link from elsewhere, such as the board's, asks for its own tasks. */
const isOwnFilter = (search: TaskSearch): boolean => Boolean(search.status || search.kind || search.assignee);

function Tabs({ user, search }: { user: User; search: TaskSearch }) {
  const tab = (label: string, to: TaskSearch, chosen: boolean) => (
    <Link
      key={label}
      to="/tasks"
      search={to}
      className={classes.tab}
      activeProps={{}}
      aria-current={chosen ? 'page' : undefined}
    >
      {label}
    </Link>
  );
  return (
    <nav className={classes.tabs} aria-label="Whose tasks">
      {tab('My work', { mine: 'yes' }, search.mine === 'yes')}
      {user.queues.map((queue) => tab(humanise(queue), { queue }, search.queue === queue && !isOwnFilter(search)))}
    </nav>
  );
}

function OpenTasks({ user, search }: { user: User; search: TaskSearch }) {
  const whose = search.mine ? { assignee: user.username } : { queue: search.queue };
  return (
    <>
      <TaskList title="Taken up" filters={{ ...whose, status: 'claimed' }} quietWhenEmpty={!search.mine} />
      {!search.mine && <TaskList title="Waiting to be taken up" filters={{ ...whose, status: 'open' }} />}
    </>
  );
}

interface TaskListProps {
  title: string;
  filters: Query;
  quietWhenEmpty?: boolean;
}

function TaskList({ title, filters, quietWhenEmpty = false }: TaskListProps) {
  const list = useInfiniteQuery(tasksQuery(filters));
  const body = useRef<HTMLElement>(null);
  useRowKeys(body);
  const tasks = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return <Loader size="sm" m="md" aria-label="Loading tasks" />;
  if (list.isError && tasks.length === 0) return <Trouble error={list.error} retry={() => void list.refetch()} />;
  if (tasks.length === 0) return quietWhenEmpty ? null : <NoTasks />;
  return (
    <section ref={body} aria-label={title}>
      <Text component="h2" className={classes.listTitle}>
        {title}
      </Text>
      <div className={classes.list}>
        {tasks.map((task) => (
          <TaskCard key={task.id} task={task} />
        ))}
      </div>
      {list.hasNextPage && (
        <Group mt="sm">
          <Button
            variant="default"
            size="xs"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            Show more
          </Button>
        </Group>
      )}
    </section>
  );
}

function NoTasks() {
  return (
    <Empty title="No tasks here" hint="New ones appear by themselves. Claim one from a department to make it yours." />
  );
}
