import { Group, Text, Title } from '@mantine/core';
import type { Case } from '../api/types.ts';
import { PriorityMark } from '../queue/PriorityMark.tsx';
import { StatusMark } from '../queue/StatusMark.tsx';
import { mostUrgent } from '../sla/chip.ts';
import { SlaChip } from '../sla/SlaChip.tsx';
import { Ago } from '../words/Ago.tsx';
import { humanise } from '../words/humanise.ts';

export function CaseHead({ subject, typeTitle }: { subject: Case; typeTitle: string | undefined }) {
  const clock = mostUrgent(subject.clocks ?? []);
  return (
    <div>
      <Group gap="sm" wrap="wrap">
        <Text fw={600} c="dimmed" data-testid="case-number">
          {subject.number}
        </Text>
        <StatusMark status={subject.status} />
        <Text size="sm" component="span">
          <PriorityMark priority={subject.priority} />
        </Text>
        {clock && <SlaChip clock={clock} />}
      </Group>
      <Title order={1} my={4} style={{ overflowWrap: 'anywhere' }}>
        {subject.subject}
      </Title>
      <Text size="sm" c="dimmed">
        {typeTitle ?? humanise(subject.type)} · {humanise(subject.channel)} · opened <Ago at={subject.openedAt} /> ago ·{' '}
        {humanise(subject.queue)} · {subject.assignee ? `held by ${subject.assignee}` : 'held by nobody'}
      </Text>
    </div>
  );
}
