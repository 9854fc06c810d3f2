import { IconAdjustments, IconChartBar, IconChecklist, IconInbox, IconPlant2, IconScan } from '@tabler/icons-react';
import { useMay } from '../session/user.ts';

/** The pages that the header and the phone's bar lead to, for this person. */
export function usePages() {
  const board = useMay('board.read');
  const scans = useMay('scan.file');
  const rra = useMay('rra.read');
  const move = useMay('rules.move');
  return [
    { to: '/queue', label: 'Queue', icon: IconInbox },
    { to: '/tasks', label: 'Tasks', icon: IconChecklist },
    ...(scans ? [{ to: '/scans', label: 'Scans', icon: IconScan } as const] : []),
    ...(board ? [{ to: '/board', label: 'Board', icon: IconChartBar } as const] : []),
    ...(move ? [{ to: '/administration', label: 'Administration', icon: IconAdjustments } as const] : []),
    ...(rra ? [{ to: '/rra', label: 'RRA', icon: IconPlant2 } as const] : []),
  ] as const;
}
