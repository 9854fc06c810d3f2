import { useEffect, useRef } from 'react';
import { isWriting, matchKeys, type ShortcutId } from './shortcuts.ts';

const handlers = new Map<ShortcutId, (() => void)[]>();
const sequenceLasts = 1200;

/** Answers a shortcut while the component is shown; the one shown last has it. */
export function useShortcut(id: ShortcutId, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const handler = () => latest.current();
    handlers.set(id, [...(handlers.get(id) ?? []), handler]);
    return () => {
      handlers.set(
        id,
        (handlers.get(id) ?? []).filter((other) => other !== handler),
      );
    };
  }, [id]);
}

/** The one listener for keys. */
export function useShortcutListener(): void {
  useEffect(() => {
    let pressed: string[] = [];
    let lastAt = 0;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || isDialogOpen()) return;
      if (event.key === 'Enter' && isOperable(event.target)) return;
      pressed = event.timeStamp - lastAt < sequenceLasts ? [...pressed, event.key] : [event.key];
      lastAt = event.timeStamp;
      const { id, begins } = matchKeys(pressed);
      const handler = id && handlers.get(id)?.at(-1);
      if (handler) {
        event.preventDefault();
        handler();
      }
      if (!begins) pressed = matchKeys([event.key]).begins && !handler ? [event.key] : [];
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

const isDialogOpen = (): boolean => document.querySelector('[role="dialog"]') !== null;
const isOperable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('a, button, summary, [role="button"]') !== null;
