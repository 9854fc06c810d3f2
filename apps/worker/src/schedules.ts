import { districtZone } from '@headgate/domain/calendar';
import { type Client, ScheduleAlreadyRunning, type ScheduleSpec } from '@temporalio/client';

/** Work that begins by itself: which workflow, and when by the district's wall clock. */
export interface OfficeSchedule {
  readonly id: string;
  readonly workflow: string;
  readonly when: NonNullable<ScheduleSpec['calendars']>[number];
  /** Said beside the schedule in Temporal's own pages. */
  readonly note: string;
}

/** All that the office does by itself, one entry each. */
export const officeSchedules: readonly OfficeSchedule[] = [
  {
    id: 'past-due-review',
    workflow: 'pastDueReview',
    when: { dayOfMonth: 1, hour: 5 },
    note: 'Opens a delinquency for each account whose oldest unpaid bill is past due.',
  },
  {
    id: 'rra-campaign',
    workflow: 'yearlyRraCampaign',
    when: { month: 'NOVEMBER', dayOfMonth: 1, hour: 6 },
    note: 'Opens an RRA case for each landholder who must file a form of the coming year.',
  },
];

/**
 * Keeps the schedules as they are written here, however often it is called. A pause that an operator made stays; a run
 * that the district missed while everything was down is made up for within a week, and two runs never overlap.
 */
export async function keepSchedules(
  { schedule }: Client,
  taskQueue: string,
  schedules: readonly OfficeSchedule[] = officeSchedules,
): Promise<void> {
  for (const wanted of schedules) {
    const parts = partsOf(wanted, taskQueue);
    await schedule.create({ scheduleId: wanted.id, ...parts, state: { note: wanted.note } }).catch((error: unknown) => {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
      return schedule.getHandle(wanted.id).update(({ state }) => ({ ...parts, state }));
    });
  }
}

function partsOf({ id, workflow, when }: OfficeSchedule, taskQueue: string) {
  return {
    spec: { calendars: [when], timezone: districtZone },
    action: { type: 'startWorkflow', workflowType: workflow, workflowId: id, taskQueue } as const,
    policies: { overlap: 'SKIP', catchupWindow: '7 days' } as const,
  };
}
