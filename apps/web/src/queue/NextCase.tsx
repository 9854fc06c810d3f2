import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowRight } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { command } from '../api/cases.ts';
import { Problem } from '../api/problem.ts';
import { get } from '../api/request.ts';
import type { CaseRow, Page, User } from '../api/types.ts';
import { useMay, useUser } from '../session/user.ts';
import { useShortcut } from '../shell/useShortcut.ts';

/** "Next": takes the department's case that is due first and that nobody holds, and opens it. */
export function NextCase() {
  const user = useUser();
  const mayTake = useMay('case.assign');
  const client = useQueryClient();
  const navigate = useNavigate();
  const taking = useMutation({
    mutationFn: () => takeNext(user),
    onSuccess: async (number) => {
      if (!number)
        return void notifications.show({ message: 'Nothing waits: somebody holds every open case of the department.' });
      await client.invalidateQueries({ queryKey: ['cases'] });
      await navigate({ to: '/cases/$number', params: { number } });
    },
    onError: (error) =>
      void notifications.show({
        color: 'red',
        message: error instanceof Problem ? error.message : 'No case was taken. Try again.',
      }),
  });
  useShortcut('next-case', () => mayTake && taking.mutate());
  if (!mayTake) return null;
  return (
    <Button
      size="xs"
      variant="light"
      rightSection={<IconArrowRight size={14} />}
      loading={taking.isPending}
      onClick={() => taking.mutate()}
    >
      Next
    </Button>
  );
}

async function takeNext(user: User): Promise<string | null> {
  const waiting = { queue: user.queue, status: 'open', assignee: 'none', sort: 'dueAt', limit: 1 };
  const [next] = (await get<Page<CaseRow>>('/cases', waiting)).items;
  if (!next) return null;
  // Under the version seen: when a colleague was quicker, theirs it is.
  await command(next.id, 'assign', { assignee: user.username }, { ifMatch: `"${next.version}"` });
  return next.number;
}
