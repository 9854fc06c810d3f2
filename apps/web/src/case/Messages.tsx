import { Badge, Loader, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconQuestionMark, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { messagesQuery } from '../api/cases.ts';
import type { Message } from '../api/types.ts';
import { Empty } from '../shell/Empty.tsx';
import { humanise } from '../words/humanise.ts';
import { fullTime } from '../words/time.ts';
import classes from './Case.module.css';

/** Correspondence and notes, newest first, each mail with how its delivery stands. */
export function Messages({ caseId }: { caseId: string }) {
  const messages = useQuery(messagesQuery(caseId));
  if (messages.isPending) return <Loader size="sm" aria-label="Loading messages" />;
  const all = messages.data ?? [];
  if (all.length === 0)
    return <Empty title="Nothing written yet" hint="Write to the customer, or leave a note for the office, above." />;
  return (
    <ul className="plain-list">
      {all
        .toSorted((a, b) => (b.at ?? '').localeCompare(a.at ?? ''))
        .map((message) => (
          <li key={message.id} className={classes.message} data-visibility={message.visibility}>
            <div className={classes.messageHead}>
              <strong>{titleOf(message)}</strong>
              {message.state && <Delivery state={message.state} />}
              {message.at && (
                <Text size="xs" c="dimmed" component="time">
                  {fullTime(message.at)}
                </Text>
              )}
            </div>
            <Text size="xs" c="dimmed" component="div">
              {[humanise(message.channel), receiver(message), message.author].filter(Boolean).join(' · ')}
            </Text>
            {message.body && <p>{message.body}</p>}
          </li>
        ))}
    </ul>
  );
}

function titleOf(message: Message): string {
  if (message.subject) return message.subject;
  if (message.template) return humanise(message.template.split('/').at(-1) ?? message.template);
  return message.visibility === 'internal' ? 'Note' : 'Message';
}

function receiver(message: Message): string | null {
  if (!message.to) return null;
  return typeof message.to === 'string' ? `to ${message.to}` : `to ${message.to.name ?? message.to.address ?? ''}`;
}

const deliveries: Readonly<Record<string, { icon: typeof IconCheck; words: string }>> = {
  queued: { icon: IconClock, words: 'Queued' },
  sending: { icon: IconClock, words: 'Sending' },
  sent: { icon: IconCheck, words: 'Sent' },
  bounced: { icon: IconX, words: 'Bounced' },
  failed: { icon: IconX, words: 'Failed' },
  uncertain: { icon: IconQuestionMark, words: 'Uncertain: may not have arrived' },
  withdrawn: { icon: IconX, words: 'Withdrawn' },
};

function Delivery({ state }: { state: string }) {
  const { icon: Icon, words } = deliveries[state] ?? { icon: IconAlertTriangle, words: humanise(state) };
  return (
    <Badge
      variant="default"
      tt="none"
      radius="sm"
      data-delivery={state}
      className={classes.delivery}
      leftSection={<Icon size={12} aria-hidden />}
    >
      {words}
    </Badge>
  );
}
