import { useMantineColorScheme } from '@mantine/core';
import { IconKeyboard, IconPlus, IconSunMoon } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMay } from '../session/user.ts';
import { usePages } from './pages.ts';

export interface PaletteAction {
  readonly label: string;
  readonly icon: typeof IconPlus;
  readonly act: () => void;
}

/** What one can do from anywhere, for this person. */
export function usePaletteActions(onHelp: () => void): PaletteAction[] {
  const navigate = useNavigate();
  const { toggleColorScheme } = useMantineColorScheme();
  const mayOpen = useMay('case.open');
  const pages = usePages();
  return [
    ...(mayOpen ? [{ label: 'New case', icon: IconPlus, act: () => void navigate({ to: '/new' }) }] : []),
    ...pages.map(({ to, label, icon }) => ({
      label: `Go to ${label.toLowerCase()}`,
      icon,
      act: () => void navigate({ to }),
    })),
    { label: 'Switch between light and dark', icon: IconSunMoon, act: toggleColorScheme },
    { label: 'Keyboard shortcuts', icon: IconKeyboard, act: onHelp },
  ];
}
