import { oneCaseOneWorkflow } from './i1-one-case-one-workflow.ts';
import { everyCaseHasAQueue } from './i2-every-case-has-a-queue.ts';
import { mailOnce } from './i3-mail-once.ts';
import { clocksFollowFromEvents } from './i4-clocks-follow-from-events.ts';
import { chainAndRows } from './i5-chain-and-rows.ts';
import { allowedEdges } from './i6-allowed-edges.ts';
import { repeatsAreAnsweredAlike } from './i7-repeats-are-answered-alike.ts';
import { papersAreWhole } from './i8-papers-are-whole.ts';
import type { Invariant } from './system.ts';

/** What must hold of a running Headgate, one line each. */
export const invariants: readonly Invariant[] = [
  oneCaseOneWorkflow,
  everyCaseHasAQueue,
  mailOnce,
  clocksFollowFromEvents,
  chainAndRows,
  allowedEdges,
  repeatsAreAnsweredAlike,
  papersAreWhole,
];
