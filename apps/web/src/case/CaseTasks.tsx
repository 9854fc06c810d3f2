import type { Case } from '../api/types.ts';
import { TaskCard } from '../tasks/TaskCard.tsx';
import { openTasks } from './waiting.ts';

/** The tasks that departments have open on this case. */
export function CaseTasks({ subject }: { subject: Case }) {
  const tasks = openTasks(subject);
  if (tasks.length === 0) return null;
  return (
    <section aria-label="Open tasks">
      {tasks.map((task) => (
        <TaskCard key={task.id} task={task} onCase />
      ))}
    </section>
  );
}
