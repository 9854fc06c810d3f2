import { IconChartBar, IconChecklist, IconInbox, IconPlant2 } from '@tabler/icons-react';
import { useMay } from '../session/user.ts';

/** The pages that the header and the phone's bar lead to, for this person. */
export function usePages() {
  const board = useMay('board.read');
  const rra = useMay('rra.read');
  return [
    { to: '/queue', label: 'Queue', icon: IconInbox },
    { to: '/tasks', label: 'Tasks', icon: IconChecklist },
    ...(board ? [{ to: '/board', label: 'Board', icon: IconChartBar } as const] : []),
    ...(rra ? [{ to: '/rra', label: 'RRA', icon: IconPlant2 } as const] : []),
  ] as const;
}
