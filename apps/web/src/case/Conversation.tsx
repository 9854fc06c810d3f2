import { Tabs } from '@mantine/core';
import type { Answer } from '../api/request.ts';
import type { Case, CaseEvent } from '../api/types.ts';
import { Composer } from './Composer.tsx';
import { Messages } from './Messages.tsx';
import type { Names } from './names.ts';
import { Timeline } from './Timeline.tsx';

interface ConversationProps {
  seen: Answer<Case>;
  events: CaseEvent[];
  names: Names;
}

/** What was said and done, and the place to say more. */
export function Conversation({ seen, events, names }: ConversationProps) {
  return (
    <section className="panel" aria-label="Conversation">
      <Composer seen={seen} />
      <Tabs defaultValue="timeline" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="timeline">Timeline</Tabs.Tab>
          <Tabs.Tab value="messages">Messages</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="timeline" pt="sm">
          <Timeline events={events} names={names} />
        </Tabs.Panel>
        <Tabs.Panel value="messages" pt="sm">
          <Messages caseId={seen.value.id} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
