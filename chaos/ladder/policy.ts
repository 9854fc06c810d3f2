import type { CalendarVersion } from '@headgate/domain/calendar';
import type { LadderAction, LadderStep, Recipient, ServicePolicy } from '@headgate/domain/sla';

const everyHour = [['00:00', '24:00']] as const;

/** Counts every second, so that a ladder can be climbed in half a minute at any time of the day. */
export const roundTheClock: CalendarVersion & { from: string } = {
  from: '2026-01-01T00:00:00.000Z',
  timeZone: 'America/Los_Angeles',
  hours: {
    mon: everyHour,
    tue: everyHour,
    wed: everyHour,
    thu: everyHour,
    fri: everyHour,
    sat: everyHour,
    sun: everyHour,
  },
};

/** One step every three seconds, each five per cent of a minute. */
export const stepSeconds = 3;
const steps = 10;
const recipients: readonly Recipient[] = ['assignee', 'lead', 'supervisor', 'manager'];
const actions: Readonly<Record<number, LadderAction[]>> = {
  2: [{ raisePriority: 'high' }],
  4: [{ openTask: 'review-escalation' }],
  6: [{ raisePriority: 'urgent' }, { reassignTo: 'supervisor' }],
};

const step = (n: number): LadderStep => ({
  name: `step-${n}`,
  when: { percent: n * 5 },
  to: [recipients[n % recipients.length] ?? 'lead'],
  template: 'escalation',
  metrics: ['resolve'],
  ...(actions[n] ? { actions: actions[n] } : {}),
});

export const ladderInSeconds: Omit<ServicePolicy, 'version'> = {
  name: 'service-high-consumption',
  from: '2026-01-02T00:00:00.000Z',
  calendar: 'round-the-clock',
  clocks: [{ metric: 'resolve', target: { businessMinutes: 1 } }],
  ladder: Array.from({ length: steps }, (_, i) => step(i + 1)),
};

/** What the clock does on each case beside its steps. */
export const effects = { reprioritised: 2, assigned: 1, 'task-opened': 1 } as const;
