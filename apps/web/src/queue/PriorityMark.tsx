import { IconChevronDown, IconChevronsUp, IconChevronUp, IconMinus } from '@tabler/icons-react';
import type { Priority } from '../api/types.ts';
import { humanise } from '../words/humanise.ts';
import classes from './Queue.module.css';

const icons = { urgent: IconChevronsUp, high: IconChevronUp, normal: IconMinus, low: IconChevronDown };

export function PriorityMark({ priority }: { priority: Priority }) {
  const Icon = icons[priority];
  return (
    <span className={classes.mark} data-priority={priority}>
      <Icon size={14} aria-hidden /> {humanise(priority)}
    </span>
  );
}
