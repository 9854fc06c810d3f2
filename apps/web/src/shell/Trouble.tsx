import { Button } from '@mantine/core';
import { Problem } from '../api/problem.ts';
import { Empty } from './Empty.tsx';

/** A page's content did not come: what happened, and a way on. */
export function Trouble({ error, retry, order = 2 }: { error: unknown; retry?: () => void; order?: 1 | 2 }) {
  const problem = error instanceof Problem ? error : null;
  return (
    <Empty
      order={order}
      title={problem?.title ?? 'Something went wrong'}
      hint={problem?.detail ?? 'Try again; nothing was lost.'}
    >
      {retry && (
        <Button variant="default" onClick={retry}>
          Try again
        </Button>
      )}
    </Empty>
  );
}
