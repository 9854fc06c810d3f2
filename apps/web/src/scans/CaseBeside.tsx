import { Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { caseQuery } from '../api/cases.ts';
import { CaseTasks } from '../case/CaseTasks.tsx';
import { openTasks } from '../case/waiting.ts';
import { Trouble } from '../shell/Trouble.tsx';
import classes from './Scans.module.css';

/** The case to which papers belong, with the tasks that its papers are held against. */
export function CaseBeside({ number, quiet = false }: { number: string; quiet?: boolean }) {
  const found = useQuery({ ...caseQuery(number), retry: false });
  if (found.isPending) return <Loader size="sm" aria-label="Loading the case" />;
  if (!found.data) return quiet ? <NoSuchCase number={number} /> : <Trouble error={found.error} />;
  const { subject, requester, ...rest } = found.data.value;
  return (
    <div className={classes.tasks}>
      <div className="panel">
        <Link to="/cases/$number" params={{ number: rest.number }} className={classes.caseLink}>
          {rest.number}
        </Link>{' '}
        {requester?.name}
        <Text size="sm">{subject}</Text>
        {openTasks(found.data.value).length === 0 && (
          <Text size="sm" c="dimmed">
            No task of this case is open.
          </Text>
        )}
      </div>
      <CaseTasks subject={found.data.value} />
    </div>
  );
}

function NoSuchCase({ number }: { number: string }) {
  return (
    <Text size="sm" c="dimmed">
      There is no case {number} that you may see.
    </Text>
  );
}
