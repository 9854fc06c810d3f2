import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { previewQuery } from '../api/cases.ts';
import type { Case, Clock } from '../api/types.ts';
import type { Entries } from '../forms/values.ts';
import { metricTitle } from '../sla/chip.ts';
import { fullTime } from '../words/time.ts';

interface ClocksAfterProps {
  subject: Case;
  entries: Entries;
}

/** What another priority would do to the clocks that run, before it is set. */
export function ClocksAfter({ subject, entries }: ClocksAfterProps) {
  const priority = String(entries.priority ?? '');
  const { data } = useQuery({
    ...previewQuery(subject.id, { kind: 'priority', priority }),
    enabled: priority !== '' && priority !== subject.priority,
  });
  if (!data) return null;
  const moved = changed(data.before.clocks, data.after.clocks);
  return (
    <Text size="sm" role="status">
      {moved.length === 0 ? 'No clock would change.' : moved.join(' ')}
    </Text>
  );
}

/** A sentence for each clock that would be due at another time. */
function changed(before: readonly Clock[], after: readonly Clock[]): string[] {
  return after
    .filter(({ stoppedAt }) => !stoppedAt)
    .flatMap((clock) => {
      const was = before.find(
        ({ metric, scope, stoppedAt }) => !stoppedAt && metric === clock.metric && scope === clock.scope,
      );
      if (!clock.dueAt || was?.dueAt === clock.dueAt) return [];
      return [`${metricTitle(clock.metric)} would be due ${fullTime(clock.dueAt)}.`];
    });
}
