import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../api/problem.ts';
import type { Write } from '../api/request.ts';

/** An act of a person; what it was refused for; and, where it changed something, all that shows rules asked for again. */
export function useChange<T>(
  act: (write: Write) => Promise<T>,
  done: { said: string | null; after?: (answer: T) => void },
) {
  const client = useQueryClient();
  const [write, setWrite] = useState<Write>({});
  const change = useMutation({
    mutationFn: () => act(write),
    onSuccess: async (answer) => {
      setWrite({});
      done.after?.(answer);
      if (done.said === null) return;
      notifications.show({ message: done.said });
      await Promise.all(['rules', 'calendars', 'cases'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
  const { error } = change;
  const refused = error instanceof Problem ? [error.detail ?? error.title] : error ? ['It could not be done.'] : [];
  return { ...change, refused };
}
