import { Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconClockExclamation,
  IconFlame,
  IconMoon,
  IconPlayerPause,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { calendarsQuery } from '../api/board.ts';
import type { Clock } from '../api/types.ts';
import { useNow } from '../words/useNow.ts';
import { type ChipStage, chipOf } from './chip.ts';
import { officeOf } from './office.ts';
import classes from './SlaChip.module.css';

const icons: Readonly<Record<ChipStage, typeof IconClock>> = {
  ample: IconClock,
  soon: IconClockExclamation,
  now: IconAlertTriangle,
  breached: IconFlame,
  paused: IconPlayerPause,
  met: IconCircleCheck,
  cancelled: IconCircleX,
};

/** A clock at a glance: colour, icon and text say the same; the hover says when and why. */
export function SlaChip({ clock }: { clock: Clock }) {
  const now = useNow();
  const calendars = useQuery(calendarsQuery).data;
  const chip = chipOf(
    clock,
    officeOf(
      calendars?.find((calendar) => calendar.name === clock.calendar),
      now,
    ),
  );
  const Icon = icons[chip.stage];
  return (
    <Tooltip label={chip.title} multiline maw={360} withArrow openDelay={250}>
      <span className={classes.chip} data-stage={chip.stage}>
        <Icon size={14} aria-hidden />
        {chip.text}
        {chip.outsideHours && (
          <span className={classes.closed}>
            <IconMoon size={12} aria-hidden /> closed
          </span>
        )}
      </span>
    </Tooltip>
  );
}
