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

/** What the stream tells: that a case, a task of a case, or the board is no longer as it was. */
interface News {
  kind: 'case' | 'task' | 'dashboard';
  /** Id and number of the case, when the news is of one. */
  of?: readonly unknown[];
}

/** The lists that the news may concern. The rail's counts ask for themselves, so that a busy office is not asked for all. */
const lists: Readonly<Record<News['kind'], readonly string[]>> = {
  case: ['cases'],
  task: ['tasks'],
  dashboard: ['dashboard'],
};
const ofOneCase = new Set(['case', 'case-events', 'case-messages', 'case-attachments']);

/** Follows the stream while mounted; bursts are gathered so that a busy office does not ask a hundred times. */
export function useLiveStream(): void {
  const client = useQueryClient();
  useEffect(() => {
    const changed = gather((news) => refresh(client, news));
    let source = listen(changed);
    const poll = setInterval(() => {
      if (state !== 'polling') return;
      refresh(client, [{ kind: 'case' }, { kind: 'task' }, { kind: 'dashboard' }]);
      // A browser gives up for good on an answer that is no stream, such as that of a restarting part.
      if (source.readyState === EventSource.CLOSED) source = listen(changed);
    }, pollEvery);
    return () => {
      source.close();
      clearInterval(poll);
    };
  }, [client]);
}

function listen(changed: (news: News) => void): EventSource {
  const source = new EventSource('/api/v1/stream', { withCredentials: true });
  source.onopen = () => become('live');
  source.onerror = () => become('polling');
  for (const kind of ['case', 'task', 'dashboard'] as const) {
    source.addEventListener(kind, (event: MessageEvent<string>) => changed({ kind, of: caseIn(kind, event.data) }));
  }
  return source;
}

function caseIn(kind: News['kind'], data: string): readonly unknown[] {
  const told = JSON.parse(data) as Record<string, unknown>;
  return kind === 'task' ? [told.caseId, told.caseNumber] : [told.id, told.number];
}

function refresh(client: QueryClient, news: readonly News[]): void {
  const stale = new Set(news.flatMap(({ kind }) => lists[kind]));
  // Without the stream nobody knows which case it was: then every case on screen is asked for.
  const all = news.some(({ of }) => of === undefined);
  const cases = new Set(news.flatMap(({ of }) => of ?? []));
  void client.invalidateQueries({
    predicate: ({ queryKey: [name, which] }) =>
      stale.has(String(name)) || (ofOneCase.has(String(name)) && (all || cases.has(which))),
  });
}

function gather(act: (news: News[]) => void): (news: News) => void {
  let waiting: News[] = [];
  return (news) => {
    if (waiting.length === 0) {
      setTimeout(() => {
        act(waiting);
        waiting = [];
      }, 300);
    }
    waiting.push(news);
  };
}
