import { Group, Loader, NativeSelect, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { boardQuery } from '../api/board.ts';
import { Problem } from '../api/problem.ts';
import { Empty } from '../shell/Empty.tsx';
import { Trouble } from '../shell/Trouble.tsx';
import { fullTime } from '../words/time.ts';
import classes from './Board.module.css';
import { BoardPanel } from './BoardPanel.tsx';
import { partsOf } from './figures.ts';

const periods = [
  { value: 'week', label: 'This week' },
  { value: 'month', label: 'This month' },
  { value: 'quarter', label: 'This quarter' },
  { value: 'year', label: 'This year' },
];

/** The managers' board: every figure opens the list of exactly what it counts. */
export function BoardPage() {
  const navigate = useNavigate();
  const { period = 'month' } = useSearch({ from: '/board' });
  const board = useQuery(boardQuery(period));
  return (
    <div className={classes.page}>
      <title>Board – Headgate</title>
      <Group justify="space-between" mb="sm">
        <Title order={1}>Board</Title>
        <Group gap="sm">
          <Text size="xs" c="dimmed">
            As of {fullTime(asOf(board.data, board.dataUpdatedAt))}
          </Text>
          <NativeSelect
            size="xs"
            aria-label="Period"
            value={period}
            data={periods}
            onChange={(event) => void navigate({ to: '/board', search: { period: event.currentTarget.value } })}
          />
        </Group>
      </Group>
      {board.isPending && <Loader aria-label="Loading the board" />}
      {board.isError && <NoBoard error={board.error} retry={() => void board.refetch()} />}
      <div className={classes.parts}>
        {partsOf(board.data).map((part, at) => (
          <BoardPanel key={part.title} part={part} wide={at === 0} />
        ))}
      </div>
    </div>
  );
}

function asOf(board: Record<string, unknown> | undefined, updatedAt: number): string {
  return typeof board?.asOf === 'string' ? board.asOf : new Date(updatedAt || Date.now()).toISOString();
}

function NoBoard({ error, retry }: { error: unknown; retry: () => void }) {
  if (error instanceof Problem && error.status === 404) {
    return (
      <Empty
        title="There is no board yet"
        hint="The queue’s views on the left of the queue count what is due and late."
      />
    );
  }
  return <Trouble error={error} retry={retry} />;
}
