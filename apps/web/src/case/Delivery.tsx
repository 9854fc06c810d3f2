import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconQuestionMark, IconX } from '@tabler/icons-react';
import { humanise } from '../words/humanise.ts';
import classes from './Case.module.css';

const deliveries: Readonly<Record<string, { icon: typeof IconCheck; words: string }>> = {
  queued: { icon: IconClock, words: 'Queued' },
  sending: { icon: IconClock, words: 'Sending' },
  sent: { icon: IconCheck, words: 'Sent' },
  bounced: { icon: IconX, words: 'Bounced' },
  failed: { icon: IconX, words: 'Failed' },
  uncertain: { icon: IconQuestionMark, words: 'Uncertain: may not have arrived' },
  withdrawn: { icon: IconX, words: 'Withdrawn' },
};

/** How the delivery of a message stands. */
export function Delivery({ state }: { state: string }) {
  const { icon: Icon, words } = deliveries[state] ?? { icon: IconAlertTriangle, words: humanise(state) };
  return (
    <Badge
      variant="default"
      tt="none"
      radius="sm"
      size="sm"
      data-delivery={state}
      className={classes.delivery}
      leftSection={<Icon size={12} aria-hidden />}
    >
      {words}
    </Badge>
  );
}
