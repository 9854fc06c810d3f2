import { Chip, Group, Text } from '@mantine/core';
import { IconArrowsExchange, IconClock, IconFileText, IconMail, IconNote, IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseEvent } from '../api/types.ts';
import { counted } from '../words/humanise.ts';
import { civilDay, fullTime, timeOfDay } from '../words/time.ts';
import { actorWords } from './actor.ts';
import classes from './Case.module.css';
import { Delivery } from './Delivery.tsx';
import { deliveriesOf } from './deliveries.ts';
import type { Names } from './names.ts';
import { type Sentence, sentenceOf, type TimelineKind } from './sentences.ts';

const icons: Readonly<Record<TimelineKind, typeof IconClock>> = {
  messages: IconMail,
  notes: IconNote,
  'hand-offs': IconArrowsExchange,
  clocks: IconClock,
  case: IconFileText,
  workings: IconSettings,
};

const filters: readonly { value: TimelineKind; label: string }[] = [
  { value: 'messages', label: 'Messages' },
  { value: 'notes', label: 'Notes' },
  { value: 'hand-offs', label: 'Hand-offs' },
  { value: 'clocks', label: 'Clocks' },
  { value: 'case', label: 'Case' },
  { value: 'workings', label: 'Workings' },
];

/** The record of the case as sentences, newest first, by day. Workings are there for whoever asks. */
export function Timeline({ events, names }: { events: CaseEvent[]; names: Names }) {
  const [chosen, setChosen] = useState<string[]>([]);
  const told = events
    .map((event) => ({ event, sentence: sentenceOf(event, names) }))
    .filter(({ sentence: { kind } }) => (chosen.length === 0 ? kind !== 'workings' : chosen.includes(kind)))
    .toReversed();
  const deliveries = deliveriesOf(events);
  const days = Object.entries(Object.groupBy(told, ({ event }) => civilDay(event.at)));
  return (
    <>
      <Group gap={6} mb="sm" role="group" aria-label="Show only">
        <Chip.Group multiple value={chosen} onChange={setChosen}>
          {filters.map(({ value, label }) => (
            <Chip key={value} value={value} size="xs" variant="outline">
              {label}
            </Chip>
          ))}
        </Chip.Group>
        <Text size="xs" c="dimmed" aria-live="polite">
          {counted(told.length, 'entry', 'entries')}
        </Text>
      </Group>
      {days.map(([day, entries]) => (
        <section key={day}>
          <h2 className={classes.day}>
            {fullTime(entries?.[0]?.event.at ?? day)
              .split(',')
              .slice(0, 3)
              .join(',')}
          </h2>
          <ol className="plain-list" aria-label="Timeline">
            {entries?.map(({ event, sentence }) => (
              <Entry
                key={event.seq}
                event={event}
                sentence={sentence}
                delivery={event.type === 'message-queued' ? deliveries.get(event.data.messageId) : undefined}
              />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

interface EntryProps {
  event: CaseEvent;
  sentence: Sentence;
  delivery: string | undefined;
}

function Entry({ event, sentence: { kind, does, quote }, delivery }: EntryProps) {
  const Icon = icons[kind];
  return (
    <li className={classes.entry} data-kind={kind}>
      <Icon size={16} aria-hidden />
      <div>
        <strong>{actorWords(event.actor)}</strong> {does} {delivery && <Delivery state={delivery} />}
        {quote && <blockquote>{quote}</blockquote>}
      </div>
      <time dateTime={event.at} title={`${fullTime(event.at)}, entry ${event.seq}`}>
        {timeOfDay(event.at)}
      </time>
    </li>
  );
}
