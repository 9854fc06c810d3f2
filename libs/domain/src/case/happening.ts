import type { FormValues } from '../forms/index.ts';
import type { Instant } from '../time/index.ts';
import type { Draft } from './draft.ts';

/** A fact from outside takes place: it is recorded, and whoever waits for it goes on. */
export function takePlace(draft: Draft, kind: string, data: FormValues, at: Instant = draft.moment.now): void {
  draft.emit('happened', { kind, at, data });
  const heard = kind === 'customer-reply' || draft.actor.kind === 'customer';
  if (heard && draft.state.hold) draft.emit('resumed', { why: 'customer-replied' });
  const prefix = `c${draft.state.cycle}/`;
  for (const wait of [...draft.state.waits.values()]) {
    if (wait.ended || !wait.step.startsWith(prefix) || !wait.kinds.includes(kind)) continue;
    draft.emit('wait-ended', { step: wait.step, by: 'happening', kind, data });
  }
}
