import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CalendarDefinition } from '@headgate/domain/calendar';
import {
  joinResults,
  type Proposal,
  type ServicePolicy,
  type WhatIfChange,
  type WhatIfResult,
} from '@headgate/domain/sla';
import type { Instant } from '@headgate/domain/time';

/** What a thread is started with. */
export interface ThreadOrder {
  readonly url: string;
  readonly proposal: Proposal;
  readonly now: Instant;
  /** The office's own policies and calendars, every version of each. */
  readonly policies: readonly ServicePolicy[];
  readonly calendars: readonly CalendarDefinition[];
}

export type ToThread = { readonly kind: 'read'; readonly ids: readonly string[] } | { readonly kind: 'end' };
export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly cases: number; readonly changes: readonly WhatIfChange[] }
  | { readonly kind: 'result'; readonly result: WhatIfResult };

const SLICE = 500;
const MOST_THREADS = 2;

/** Hears of each slice that has been read; the next one waits until it has done so. */
type OnRead = (cases: number, changes: readonly WhatIfChange[]) => Promise<void>;

/** Deals the cases out to threads, a slice to whoever is free, and adds their tallies up. */
export async function readInThreads(order: ThreadOrder, ids: readonly string[], onRead: OnRead): Promise<WhatIfResult> {
  const slices: (readonly string[])[] = [];
  for (let i = 0; i < ids.length; i += SLICE) slices.push(ids.slice(i, i + SLICE));
  const count = Math.max(1, Math.min(MOST_THREADS, availableParallelism(), slices.length));
  const threads = Array.from({ length: count }, () => startThread(order));
  try {
    return joinResults(await Promise.all(threads.map((thread) => readSlices(thread, slices, onRead))));
  } finally {
    for (const thread of threads) void thread.terminate();
  }
}

function startThread(order: ThreadOrder): Worker {
  return new Worker(new URL('./thread.ts', import.meta.url), { workerData: order, execArgv: [] });
}

async function readSlices(thread: Worker, slices: (readonly string[])[], onRead: OnRead): Promise<WhatIfResult> {
  const ended = once(thread, 'exit').then(([code]) => {
    throw new Error(`a thread of the what-if ended with ${code}`);
  });
  ended.catch(() => undefined);
  const ask = async (message: ToThread | null): Promise<FromThread> => {
    const answer = once(thread, 'message') as Promise<[FromThread]>;
    if (message) thread.postMessage(message);
    const [said] = await Promise.race([answer, ended]);
    return said;
  };
  await ask(null);
  for (let slice = slices.shift(); slice; slice = slices.shift()) {
    const said = await ask({ kind: 'read', ids: slice });
    if (said.kind === 'read') await onRead(said.cases, said.changes);
  }
  const said = await ask({ kind: 'end' });
  if (said.kind !== 'result') throw new Error('a thread of the what-if told no result');
  return said.result;
}
