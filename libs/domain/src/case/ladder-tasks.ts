import { z } from 'zod';
import { longText } from '../forms/index.ts';
import type { TaskDefinition } from './definition.ts';

/**
 * The tasks that a rung of the ladder may open, whatever the type of the case. No procedure waits for them and no law
 * stands in their way, so that a policy can open no task which only a procedure may.
 */
export const ladderTasks: Readonly<Record<string, TaskDefinition>> = {
  'review-escalation': {
    title: 'Look into the escalation',
    help: 'A clock of the case has escalated. See what keeps it, and say what is done about it.',
    queue: 'customer-service',
    form: z.object({ finding: longText('What keeps the case, and what is done about it') }),
    defaultOutcome: () => ({ finding: 'Looked into; the work goes on.' }),
  },
};
