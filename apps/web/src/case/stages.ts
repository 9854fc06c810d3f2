import type { Case, CaseEvent, Named } from '../api/types.ts';

export type StageState = 'done' | 'now' | 'ahead';

/** Where each stage stands in the case's present cycle; a stage that was passed over stays ahead. */
export function stageStates(
  stages: readonly Named[],
  events: readonly CaseEvent[],
  subject: Pick<Case, 'status' | 'stage'>,
): StageState[] {
  const cycle = events.findLastIndex(({ type }) => type === 'case-reopened' || type === 'case-retyped');
  const entered = events
    .slice(cycle + 1)
    .filter(({ type }) => type === 'stage-entered')
    .map(({ data }) => data.stage);
  const active = subject.status === 'open' || subject.status === 'on-hold';
  return stages.map(({ name }) => {
    if (active && name === subject.stage) return 'now';
    return entered.includes(name) ? 'done' : 'ahead';
  });
}
