import { IconChartBar, IconChecklist, IconInbox } from '@tabler/icons-react';
import { useMay } from '../session/user.ts';

/** The pages that the header and the phone's bar lead to, for this person. */
export function usePages() {
  const board = useMay('board.read');
  return [
    { to: '/queue', label: 'Queue', icon: IconInbox },
    { to: '/tasks', label: 'Tasks', icon: IconChecklist },
    ...(board ? [{ to: '/board', label: 'Board', icon: IconChartBar } as const] : []),
  ] as const;
}
