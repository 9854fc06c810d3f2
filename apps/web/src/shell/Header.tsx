import { ActionIcon, Kbd, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconKeyboard, IconMoon, IconPlus, IconSearch, IconSun } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { UserMenu } from '../session/UserMenu.tsx';
import { useMay } from '../session/user.ts';
import classes from './Frame.module.css';
import { LinkButton } from './LinkButton.tsx';
import { useLiveState } from './live.ts';
import { Mark } from './Mark.tsx';
import { usePages } from './pages.ts';

export function Header({ onHelp }: { onHelp: () => void }) {
  const pages = usePages();
  const mayOpen = useMay('case.open');
  return (
    <header className={classes.header}>
      <Link to="/queue" className={classes.home} aria-label="Headgate: the queue">
        <Mark size={24} />
        <span>Headgate</span>
      </Link>
      <nav className={classes.nav} aria-label="Pages">
        {pages.map(({ to, label }) => (
          <Link key={to} to={to}>
            {label}
          </Link>
        ))}
      </nav>
      <button type="button" className={classes.find} onClick={spotlight.open}>
        <IconSearch size={15} aria-hidden />
        <span>Find a case, account or action</span>
        <Kbd size="xs" visibleFrom="sm">
          Ctrl K
        </Kbd>
      </button>
      <div className={classes.end}>
        <LiveDot />
        {mayOpen && (
          <LinkButton to="/new" size="xs" leftSection={<IconPlus size={15} />} visibleFrom="sm">
            New case
          </LinkButton>
        )}
        <Tooltip label="Keys (?)">
          <ActionIcon variant="subtle" color="gray" aria-label="Keyboard shortcuts" onClick={onHelp} visibleFrom="sm">
            <IconKeyboard size={18} />
          </ActionIcon>
        </Tooltip>
        <SchemeToggle />
        <UserMenu />
      </div>
    </header>
  );
}

function LiveDot() {
  const state = useLiveState();
  const words = { live: 'Live', connecting: 'Connecting', polling: 'Every 15 s' }[state];
  return (
    <Tooltip
      label={state === 'live' ? 'Changes show at once' : 'The live stream is away; the page asks every 15 seconds'}
    >
      <span className={classes.live} data-state={state}>
        {words}
      </span>
    </Tooltip>
  );
}

function SchemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={dark ? 'Use light colours' : 'Use dark colours'}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? <IconSun size={18} /> : <IconMoon size={18} />}
    </ActionIcon>
  );
}
