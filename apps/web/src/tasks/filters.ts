/** What the task list shows, as its address says it. */
export interface TaskSearch {
  mine?: string;
  queue?: string;
  status?: string;
  kind?: string;
  assignee?: string;
}

export function taskSearch(search: Record<string, unknown>): TaskSearch {
  const kept = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}
