import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Problem } from '../api/problem.ts';
import type { Task } from '../api/types.ts';
import { useUser } from '../session/user.ts';
import { SlaChip } from '../sla/SlaChip.tsx';
import { Facts } from '../words/Facts.tsx';
import { humanise } from '../words/humanise.ts';
import { CompleteForm } from './CompleteForm.tsx';
import { ReturnForm } from './ReturnForm.tsx';
import classes from './Tasks.module.css';
import { useTaskActs } from './useTaskActs.ts';

interface TaskCardProps {
  task: Task;
  /** Shown on its own case's page, which need not be named again. */
  onCase?: boolean;
}

/** One task: what is asked, what is known, and the ways to answer. */
export function TaskCard({ task, onCase = false }: TaskCardProps) {
  const user = useUser();
  const mine = task.assignee === user.username;
  const mayWork = user.queues.includes(task.queue);
  const [open, setOpen] = useState<'complete' | 'return' | null>(null);
  return (
    <article className={`panel ${classes.card}`} aria-label={`${task.title}, ${task.caseNumber}`}>
      <div className={classes.cardHead}>
        <h2>{task.title}</h2>
        {task.clock && <SlaChip clock={task.clock} />}
      </div>
      <Text size="sm" c="dimmed">
        {!onCase && (
          <>
            <Link to="/cases/$number" params={{ number: task.caseNumber }} className={classes.caseLink} data-row>
              {task.caseNumber}
            </Link>
            {' · '}
          </>
        )}
        {humanise(task.queue)}
        {(task.visit ?? 1) > 1 && `, visit ${task.visit}`} ·{' '}
        {task.assignee ? (mine ? 'yours' : `taken up by ${task.assignee}`) : 'not taken up yet'}
      </Text>
      {!onCase && task.subject && <p className={classes.subject}>{task.subject}</p>}
      {task.help && (
        <Text size="sm" mt={6}>
          {task.help}
        </Text>
      )}
      <TaskFacts facts={task.facts} />
      {open === null && mayWork && <TaskButtons task={task} mine={mine} onOpen={setOpen} />}
      {!mayWork && (
        <Text size="sm" c="dimmed" mt="xs">
          {humanise(task.queue)} answers this.
        </Text>
      )}
      {open === 'complete' && <CompleteForm task={task} onClose={() => setOpen(null)} />}
      {open === 'return' && <ReturnForm task={task} onClose={() => setOpen(null)} />}
    </article>
  );
}

function TaskFacts({ facts }: { facts: Task['facts'] }) {
  const given = Object.entries(facts ?? {}).map(([name, value]) => [humanise(name), value] as const);
  return given.length > 0 ? (
    <div className={classes.facts}>
      <Facts of={given} />
    </div>
  ) : null;
}

interface TaskButtonsProps {
  task: Task;
  mine: boolean;
  onOpen: (what: 'complete' | 'return') => void;
}

function TaskButtons({ task, mine, onOpen }: TaskButtonsProps) {
  const { claim } = useTaskActs(task.id);
  const take = () =>
    claim.mutate(undefined, {
      onSuccess: () => void notifications.show({ message: `Yours: ${task.title}` }),
      onError: (error) =>
        void notifications.show({
          color: 'red',
          message: error instanceof Problem ? error.message : 'It was not taken up.',
        }),
    });
  return (
    <Group gap="xs" mt="sm">
      {!mine && task.status === 'open' && (
        <Button variant="default" loading={claim.isPending} onClick={take}>
          Claim
        </Button>
      )}
      <Button onClick={() => onOpen('complete')}>Complete</Button>
      <Button variant="default" onClick={() => onOpen('return')}>
        Return
      </Button>
    </Group>
  );
}
