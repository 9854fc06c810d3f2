import { useMutation, useQueryClient } from '@tanstack/react-query';
import { claimTask, completeTask, returnTask } from '../api/tasks.ts';

const touched = new Set(['cases', 'case', 'case-events', 'case-messages', 'tasks', 'counts', 'usage', 'account']);

/** Claim, complete and return, each followed by a fresh look at whatever shows the task or its case. */
export function useTaskActs(taskId: string) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ predicate: ({ queryKey }) => touched.has(String(queryKey[0])) });
  return {
    claim: useMutation({ mutationFn: () => claimTask(taskId), onSuccess }),
    complete: useMutation({ mutationFn: (outcome: unknown) => completeTask(taskId, outcome), onSuccess }),
    giveBack: useMutation({ mutationFn: (reason: string) => returnTask(taskId, reason), onSuccess }),
  };
}
