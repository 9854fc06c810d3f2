import { Anchor, Loader, Switch, Text, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { messagesQuery } from '../api/cases.ts';
import type { Message } from '../api/types.ts';
import { Empty } from '../shell/Empty.tsx';
import { humanise } from '../words/humanise.ts';
import { fullTime } from '../words/time.ts';
import classes from './Case.module.css';
import { Delivery } from './Delivery.tsx';
import { Letter } from './Letter.tsx';

/** Correspondence and notes, newest first, each mail with how its delivery stands. */
export function Messages({ caseId }: { caseId: string }) {
  const messages = useQuery(messagesQuery(caseId));
  const [withStaffMail, setWithStaffMail] = useState(false);
  if (messages.isPending) return <Loader size="sm" aria-label="Loading messages" />;
  const all = messages.data ?? [];
  const shown = all.filter((message) => withStaffMail || !isStaffMail(message));
  return (
    <>
      {all.some(isStaffMail) && (
        <Switch
          size="xs"
          label="Also what was mailed to staff"
          checked={withStaffMail}
          onChange={(event) => setWithStaffMail(event.currentTarget.checked)}
        />
      )}
      {shown.length === 0 && (
        <Empty title="Nothing written yet" hint="Write to the customer, or leave a note for the office, above." />
      )}
      <ul className="plain-list">
        {shown
          .toSorted((a, b) => b.at.localeCompare(a.at))
          .map((message) => (
            <MessageEntry key={message.id} message={message} />
          ))}
      </ul>
    </>
  );
}

/** An escalation's mail, say: about the case, not part of its correspondence. */
const isStaffMail = ({ visibility, template }: Message): boolean => visibility === 'internal' && Boolean(template);

function MessageEntry({ message }: { message: Message }) {
  return (
    <li className={classes.message} data-visibility={message.visibility}>
      <div className={classes.messageHead}>
        <strong>{titleOf(message)}</strong>
        {message.state && <Delivery state={message.state} />}
        <Text size="xs" c="dimmed" component="time" dateTime={message.at}>
          {fullTime(message.at)}
        </Text>
      </div>
      <Text size="xs" c="dimmed" component="div">
        {[channelTitle(message.channel), receiver(message), authorOf(message)].filter(Boolean).join(' · ')}
      </Text>
      {message.body && <Letter body={message.body} />}
      {message.template && message.body && (
        <Anchor size="xs" href={`/api/v1/messages/${message.id}/pdf`} target="_blank" rel="noreferrer">
          Print{message.subject && <VisuallyHidden> {message.subject}</VisuallyHidden>}
        </Anchor>
      )}
    </li>
  );
}

function titleOf(message: Message): string {
  if (message.subject) return message.subject;
  if (message.template) return humanise(message.template.split('/').at(-1) ?? message.template);
  return message.visibility === 'internal' ? 'Note' : 'Message';
}

const channelTitle = (channel: string): string => (channel === 'email' ? 'E-mail' : humanise(channel));

/** Who wrote it, unless it was written by itself. */
const authorOf = ({ author }: Message): string | null =>
  author && author !== 'procedure' && author !== 'clock' ? `by ${author}` : null;

function receiver(message: Message): string | null {
  if (!message.to) return null;
  return typeof message.to === 'string' ? `to ${message.to}` : `to ${message.to.name ?? message.to.address ?? ''}`;
}
