import { useDisclosure } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { calendarsQuery } from '../api/board.ts';
import classes from './Frame.module.css';
import { Header } from './Header.tsx';
import { useLiveStream } from './live.ts';
import { Palette } from './Palette.tsx';
import { PhoneBar } from './PhoneBar.tsx';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { useShortcut, useShortcutListener } from './useShortcut.ts';

/** What surrounds every page: the header, the palette, the keys, the live stream. */
export function Frame({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  const [help, { open: showHelp, close: hideHelp }] = useDisclosure(false);
  const main = useRef<HTMLElement>(null);
  useLiveStream();
  // Asked for with the first list, so that its chips know the office's hours.
  useQuery(calendarsQuery);
  useShortcutListener();
  useShortcut('new-case', () => void navigate({ to: '/new' }));
  useShortcut('go-queue', () => void navigate({ to: '/queue' }));
  useShortcut('go-tasks', () => void navigate({ to: '/tasks' }));
  useShortcut('go-scans', () => void navigate({ to: '/scans' }));
  useShortcut('go-board', () => void navigate({ to: '/board' }));
  useShortcut('search', () => spotlight.open());
  useShortcut('help', showHelp);
  useFocusOnNewPage(main);
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content">
        Skip to the content
      </a>
      <Header onHelp={showHelp} />
      <main id="content" ref={main} tabIndex={-1} className={classes.main}>
        {children}
      </main>
      <PhoneBar />
      <Palette onHelp={showHelp} />
      <ShortcutHelp opened={help} onClose={hideHelp} />
    </div>
  );
}

/** After a change of page the keyboard and the screen reader start at its content, not at its header. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>): void {
  const path = useLocation({ select: (location) => location.pathname });
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what the effect answers to
  useEffect(() => {
    if (!first.current && !main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [path]);
}
