import type { RefObject } from 'react';
import { useShortcut } from '../shell/useShortcut.ts';

/** j and k move the focus along the rows' own links, so that Enter and a screen reader follow by themselves. */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  const step = (by: 1 | -1) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const next = at === -1 ? links[0] : links[Math.min(links.length - 1, Math.max(0, at + by))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  useShortcut('next', () => step(1));
  useShortcut('previous', () => step(-1));
}
