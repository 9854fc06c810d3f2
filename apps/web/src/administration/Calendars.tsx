import { Button, Group, Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type CalendarKept, calendarsKeptQuery } from '../api/rules.ts';
import { useMay } from '../session/user.ts';
import { Trouble } from '../shell/Trouble.tsx';
import { fullTime } from '../words/time.ts';
import classes from './Administration.module.css';
import { ClosureDialog } from './ClosureDialog.tsx';
import { Findings } from './Findings.tsx';
import { HolidaysDialog } from './HolidaysDialog.tsx';
import { hoursWords } from './words.ts';

/** Each calendar: its hours, the days off ahead, closures, and the ways to change it at once. */
export function Calendars() {
  const calendars = useQuery(calendarsKeptQuery);
  if (calendars.isPending) return <Loader aria-label="Loading the calendars" />;
  if (!calendars.data) return <Trouble error={calendars.error} retry={() => void calendars.refetch()} />;
  return calendars.data.map((calendar) => <OneCalendar key={calendar.name} calendar={calendar} />);
}

function OneCalendar({ calendar }: { calendar: CalendarKept }) {
  const { name, timeZone, hours, versions, version, rules } = calendar;
  const [dialog, setDialog] = useState<'closure' | 'holidays' | null>(null);
  const mayChange = useMay('rules.change');
  return (
    <section className={`panel ${classes.part}`} aria-labelledby={`calendar-${name}`}>
      <Group justify="space-between">
        <h2 id={`calendar-${name}`}>{name}</h2>
        {mayChange && (
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => setDialog('holidays')}>
              Take days off from a file
            </Button>
            <Button size="xs" variant="default" onClick={() => setDialog('closure')}>
              Close in an emergency
            </Button>
          </Group>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        Version {version}, {versions.length === 1 ? 'one set of rules' : `${versions.length} sets of rules in time`};{' '}
        {timeZone}
      </Text>
      <Text size="sm">{hoursWords(hours)}</Text>
      <Findings of="calendar" name={name} />
      <Closures closures={rules.closures ?? []} />
      <DaysOff calendar={calendar} />
      {dialog === 'closure' && <ClosureDialog calendar={name} onClose={() => setDialog(null)} />}
      {dialog === 'holidays' && <HolidaysDialog calendar={name} onClose={() => setDialog(null)} />}
    </section>
  );
}

function Closures({ closures }: { closures: NonNullable<CalendarKept['rules']['closures']> }) {
  if (closures.length === 0) return null;
  return (
    <>
      <h3>Closures</h3>
      <ul className="plain-list">
        {closures.map(({ from, to, reason }) => (
          <li key={`${from} ${reason}`}>
            <Text size="sm">
              {reason}: {fullTime(from)} to {fullTime(to)}
            </Text>
          </li>
        ))}
      </ul>
    </>
  );
}

function DaysOff({ calendar: { name, holidays } }: { calendar: CalendarKept }) {
  return (
    <>
      <h3>Days off of this year and the next</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section className={classes.scroll} style={{ maxHeight: 180 }} tabIndex={0} aria-label={`Days off of ${name}`}>
        <table className={classes.table}>
          <caption className="unseen">Days off of {name}</caption>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Name</th>
            </tr>
          </thead>
          <tbody>
            {holidays.map(({ date, name: day }) => (
              <tr key={`${date} ${day}`}>
                <th scope="row">{date}</th>
                <td>{day}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
