import { queryOptions } from '@tanstack/react-query';
import { get, post, type Write } from './request.ts';
import type { Clock, ClockState, Page } from './types.ts';

export interface Segment {
  from: string;
  to: string;
  seconds: number;
  counted: boolean;
  reason: string;
}

export interface Explanation {
  clock: Clock;
  countedSeconds: number;
  uncountedSeconds: number;
  segments: Segment[];
}

export interface PolicyVersion {
  name: string;
  version: number;
  from: string;
  calendar: string;
  clocks: ClockRule[];
  ladder: Step[];
}

export interface Policy extends PolicyVersion {
  versions: PolicyVersion[];
}

export interface ClockRule {
  metric: string;
  task?: string;
  target: Record<string, unknown>;
  calendar?: string;
  legal?: boolean;
}

export interface Step {
  name: string;
  when: Record<string, unknown>;
  to: string[];
  metrics?: string[];
}

export interface Closure {
  from: string;
  to: string;
  reason: string;
}

export interface CalendarKept {
  name: string;
  version: number;
  from: string;
  timeZone: string;
  hours: Record<string, [string, string][]>;
  holidays: { date: string; name: string }[];
  rules: { closures?: Closure[] };
  versions: { from?: string }[];
}

export interface Finding {
  of: 'policy' | 'calendar';
  name: string;
  level: 'error' | 'warning';
  path: string;
  message: string;
}

export interface ClockStand {
  state: ClockState;
  dueAt: string | null;
  percent: number;
}

export interface ClockChange {
  metric: string;
  scope: string;
  cycle: number;
  before: ClockStand | null;
  after: ClockStand | null;
}

export interface MoveCounts {
  cases: number;
  changed: number;
  dueEarlier: number;
  dueLater: number;
  newlyBreached: number;
  noLongerBreached: number;
}

export interface TriedCase {
  id: string;
  number: string;
  from: number;
  refused: string | null;
  clocks: ClockChange[];
}

export interface MovePreview {
  policy: string;
  to: number;
  counts: MoveCounts;
  cases: TriedCase[];
}

export interface Job {
  id: string;
  state: 'running' | 'done' | 'failed';
  total: number;
  done: number;
  askedBy: string;
  askedAt: string;
  endedAt: string | null;
  failure: string | null;
}

export interface Move extends Job {
  policy: string;
  to: number;
  undoes: string | null;
  result: Record<string, number> | null;
}

export interface Tally {
  met: number;
  breached: number;
}

export interface WhatIfRow {
  type: string;
  department: string;
  metric: string;
  before: Tally;
  after: Tally;
  worse: number;
  better: number;
}

export interface WhatIf extends Job {
  result: {
    from: string;
    before: string;
    cases: number;
    changes: number;
    rows: WhatIfRow[];
    levels: { type: string; department: string; level: string; before: number; after: number }[];
  } | null;
}

export interface WhatIfCase {
  id: string;
  number: string;
  type: string;
  department: string;
  metric: string;
  scope: string;
  cycle: number;
  before: 'met' | 'breached' | null;
  after: 'met' | 'breached' | null;
}

const rules = ['rules'] as const;
const items = <T>(path: string, signal: AbortSignal) => get<Page<T>>(path, {}, signal).then((page) => page.items);

export const policiesQuery = queryOptions({
  queryKey: [...rules, 'policies'],
  queryFn: ({ signal }) => items<Policy>('/policies', signal),
});
export const calendarsKeptQuery = queryOptions({
  queryKey: [...rules, 'calendars'],
  queryFn: ({ signal }) => items<CalendarKept>('/calendars', signal),
});
export const findingsQuery = queryOptions({
  queryKey: [...rules, 'findings'],
  queryFn: ({ signal }) => items<Finding>('/findings', signal),
});

const busyMs = 700;
const calmMs = 15_000;
const isBusy = (jobs: readonly Job[] | undefined) => jobs?.some(({ state }) => state === 'running') ?? false;

/** Asked for often while a move goes on. */
export const movesQuery = queryOptions({
  queryKey: [...rules, 'moves'],
  queryFn: ({ signal }) => items<Move>('/policies/moves', signal),
  refetchInterval: ({ state }) => (isBusy(state.data) ? busyMs : calmMs),
});

export const whatIfQuery = (id: string) =>
  queryOptions({
    queryKey: [...rules, 'what-if', id],
    queryFn: ({ signal }) => get<WhatIf>(`/what-if/${id}`, {}, signal),
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'running' ? false : busyMs),
  });
export const whatIfCasesQuery = (id: string) =>
  queryOptions({
    queryKey: [...rules, 'what-if', id, 'cases'],
    queryFn: ({ signal }) => get<Page<WhatIfCase>>(`/what-if/${id}/cases`, { limit: 100 }, signal),
  });

/** What counted for a clock of a case, asked for when somebody opens it. */
export const explanationQuery = (caseId: string, { metric, scope, cycle }: Clock) =>
  queryOptions({
    queryKey: ['cases', caseId, 'explain', metric, scope, cycle],
    queryFn: ({ signal }) =>
      get<Explanation>(`/cases/${caseId}/clocks/${encodeURIComponent(metric)}/explain`, { scope, cycle }, signal),
  });

const value = <T>(answer: { value: T }): T => answer.value;

export const previewMove = (policy: string, to: number) =>
  post<MovePreview>(`/policies/${policy}/move`, { to, dryRun: true }).then(value);
export const startMove = (policy: string, to: number, write: Write) =>
  post<Move>(`/policies/${policy}/move`, { to }, write).then(value);
export const previewUndo = (move: string) =>
  post<MovePreview>(`/policies/moves/${move}/undo`, { dryRun: true }).then(value);
export const startUndo = (move: string, write: Write) =>
  post<Move>(`/policies/moves/${move}/undo`, {}, write).then(value);
export const declareClosure = (
  calendar: string,
  closure: { from?: string; until: string; reason: string },
  write: Write,
) => post(`/calendars/${calendar}/closures`, closure, write);
export const addHolidays = (calendar: string, file: string, write: Write) =>
  post(`/calendars/${calendar}/holidays`, { file }, write);
export const askWhatIf = (question: unknown, write: Write) => post<WhatIf>('/what-if', question, write).then(value);
