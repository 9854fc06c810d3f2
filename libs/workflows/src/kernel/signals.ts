import { defineSignal } from '@temporalio/workflow';

/** The case has events up to this sequence: look again. May be repeated and coalesced at will. */
export const nudge = defineSignal<[seq: number]>('nudge');
