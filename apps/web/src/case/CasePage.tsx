import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { CustomerPanel } from '../accounts/CustomerPanel.tsx';
import { caseQuery, caseTypesQuery, eventsQuery } from '../api/cases.ts';
import type { Answer } from '../api/request.ts';
import type { Case } from '../api/types.ts';
import { AttachmentsPanel } from '../papers/AttachmentsPanel.tsx';
import { Trouble } from '../shell/Trouble.tsx';
import { ActionBar } from './ActionBar.tsx';
import classes from './Case.module.css';
import { CaseHead } from './CaseHead.tsx';
import { CaseTasks } from './CaseTasks.tsx';
import { ClocksPanel } from './ClocksPanel.tsx';
import { Conversation } from './Conversation.tsx';
import { DetailsPanel } from './DetailsPanel.tsx';
import { namesOf } from './names.ts';
import { StageStrip } from './StageStrip.tsx';
import { WaitingLine } from './WaitingLine.tsx';

export function CasePage() {
  const { number } = useParams({ from: '/cases/$number' });
  const found = useQuery(caseQuery(number));
  if (found.isPending) return <Loader m="xl" aria-label="Loading the case" />;
  if (!found.data) return <Trouble order={1} error={found.error} retry={() => void found.refetch()} />;
  return <CaseView key={found.data.value.id} seen={found.data} />;
}

function CaseView({ seen }: { seen: Answer<Case> }) {
  const subject = seen.value;
  const type = useQuery(caseTypesQuery).data?.find((one) => one.type === subject.type);
  const events = useQuery(eventsQuery(subject.id)).data ?? [];
  const names = namesOf(type, events);
  return (
    <article className={classes.page}>
      <title>{`${subject.number} ${subject.subject} – Headgate`}</title>
      <header className={classes.head}>
        <CaseHead subject={subject} typeTitle={type?.title} />
        <ActionBar seen={seen} type={type} names={names} />
      </header>
      <div className={classes.main}>
        <WaitingLine subject={subject} events={events} names={names} />
        {type && <StageStrip stages={type.stages} events={events} subject={subject} />}
        <CaseTasks subject={subject} />
        <Conversation seen={seen} events={events} names={names} />
      </div>
      <aside className={classes.side} aria-label="About the case">
        <ClocksPanel caseId={subject.id} clocks={subject.clocks ?? []} names={names} tasks={subject.tasks ?? []} />
        <CustomerPanel subject={subject} />
        <AttachmentsPanel caseId={subject.id} />
        <DetailsPanel subject={subject} names={names} />
      </aside>
    </article>
  );
}
