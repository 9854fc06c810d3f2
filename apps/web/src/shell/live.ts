import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';

/**
 * The live stream: the API says that a case, a task or the board has changed, and what shows it is asked for anew.
 * While it does not answer, everything on screen is asked for every 15 s instead.
 */
export type LiveState = 'connecting' | 'live' | 'polling';

const pollEvery = 15_000;
let state: LiveState = 'connecting';
const listeners = new Set<() => void>();

function become(next: LiveState): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

export const useLiveState = (): LiveState =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );

/** The rail's counts are left out: they ask for themselves, so that a busy office does not ask for all of them at every act. */
const shows: Record<string, string[]> = {
  case: ['cases', 'case', 'case-events', 'case-messages'],
  task: ['tasks', 'case', 'case-events'],
  dashboard: ['dashboard'],
};

/** Follows the stream while mounted; bursts are gathered so that a busy office does not ask a hundred times. */
export function useLiveStream(): void {
  const client = useQueryClient();
  useEffect(() => {
    const changed = gather((kinds) => refresh(client, kinds));
    let source = listen(changed);
    const poll = setInterval(() => {
      if (state !== 'polling') return;
      refresh(client, Object.keys(shows));
      // A browser gives up for good on an answer that is no stream, such as that of a restarting part.
      if (source.readyState === EventSource.CLOSED) source = listen(changed);
    }, pollEvery);
    return () => {
      source.close();
      clearInterval(poll);
    };
  }, [client]);
}

function listen(changed: (kind: string) => void): EventSource {
  const source = new EventSource('/api/v1/stream', { withCredentials: true });
  source.onopen = () => become('live');
  source.onerror = () => become('polling');
  for (const kind of Object.keys(shows)) source.addEventListener(kind, () => changed(kind));
  return source;
}

function refresh(client: QueryClient, kinds: readonly string[]): void {
  const names = new Set(kinds.flatMap((kind) => shows[kind] ?? []));
  void client.invalidateQueries({ predicate: (query) => names.has(String(query.queryKey[0])) });
}

function gather(act: (kinds: string[]) => void): (kind: string) => void {
  const waiting = new Set<string>();
  return (kind) => {
    if (waiting.size === 0) {
      setTimeout(() => {
        act([...waiting]);
        waiting.clear();
      }, 250);
    }
    waiting.add(kind);
  };
}
