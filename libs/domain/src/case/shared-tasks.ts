import { z } from 'zod';
import { code, longText, yesNo } from '../forms/index.ts';
import type { TaskDefinition } from './definition.ts';
import { ladderTasks } from './ladder-tasks.ts';

/** Tasks that every case type has: the approval, the question back to who asked, the fresh look after a reopening. */
export const sharedTasks: Readonly<Record<string, TaskDefinition>> = {
  ...ladderTasks,
  approval: {
    title: 'Approve or refuse',
    help: 'Decide what a colleague proposes. A refusal says why.',
    queue: 'customer-service',
    form: z.object({ approved: yesNo('Approved'), reason: longText('Reason').optional() }),
    defaultOutcome: () => ({ approved: true }),
    needs: 'task.approve',
  },
  clarify: {
    title: 'Clarify what was handed off',
    help: 'The department returned its task. Answer its question; the task then goes back to it.',
    queue: 'customer-service',
    form: z.object({ answer: longText('Answer') }),
    defaultOutcome: () => ({ answer: 'Clarified by telephone.' }),
  },
  review: {
    title: 'Review the reopened case',
    help: 'Look at the case anew and end it with an outcome.',
    queue: 'customer-service',
    form: z.object({ outcome: code('Outcome'), note: longText('Note').optional() }),
    defaultOutcome: (facts) => ({ outcome: String(facts.lastOutcome ?? '') }),
  },
};
