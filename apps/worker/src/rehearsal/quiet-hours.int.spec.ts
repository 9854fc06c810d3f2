import { defaultPolicyFor } from '@headgate/domain/sla';
import { addPolicyVersion } from '@headgate/persistence';
import { seedDemo } from '@headgate/persistence/demo';
import { expect, it } from '@jest/globals';
import { workflowBundle } from '../workflow-bundle.ts';
import { cloneDatabase, type ThrowAwayDatabase } from './database.ts';
import { type RehearsalMail, rehearsalMail } from './mail.ts';
import { rehearse, type TimelineEntry } from './rehearse.ts';
import { readScenario } from './scenario.ts';
import { openWorld } from './world.ts';

const scenario = readScenario({
  type: 'high-consumption',
  openAt: '2027-04-05T09:00:00-07:00',
  until: '2027-04-09',
  intake: { subject: 'Nobody looks', accountNumber: '100001', details: {} },
  people: 'absent',
});

/** The manager hears four hours after the acknowledgement was due with the office day: at nine in the evening. */
const policy = {
  ...defaultPolicyFor('high-consumption'),
  from: '2027-01-01T08:00:00.000Z',
  clocks: [{ metric: 'resolve', target: { businessDays: 1, endOfDay: true } }],
  ladder: [
    {
      name: 'evening',
      when: { wallMinutes: 240, relativeTo: 'due' as const },
      to: ['manager' as const],
      template: 'escalation',
      actions: [{ raisePriority: 'urgent' as const }, { openTask: 'review-escalation' }],
    },
  ],
};

async function played(database: ThrowAwayDatabase, mail: RehearsalMail): Promise<TimelineEntry[]> {
  const world = await openWorld({
    databaseUrl: database.url,
    openAt: scenario.openAt,
    bundle: await workflowBundle(),
    testServer: process.env.TEMPORAL_TEST_SERVER ?? '',
    mail: mail.activities,
  });
  try {
    await seedDemo(world.record, { size: { accounts: 4, cases: 0 }, hash: async () => '' });
    await addPolicyVersion(world.record.db, policy);
    return await rehearse(scenario, world);
  } finally {
    await world.close();
  }
}

it('a rung in quiet hours is recorded and acted on at its instant, and mailed in the morning', async () => {
  const database = await cloneDatabase(process.env.HEADGATE_TEST_PG_URL ?? '', 'rehearsal_template');
  const mail = await rehearsalMail();
  try {
    const timeline = await played(database, mail);
    const told = timeline
      .filter(({ data }) => ['clock', 'mail'].includes((data as { actor: string }).actor))
      .map(({ at, event }) => [at, event])
      .filter(([at]) => String(at) > '2027-04-07');
    expect(told).toEqual([
      ['2027-04-07T04:00:00.000Z', 'escalated'],
      ['2027-04-07T04:00:00.000Z', 'reprioritised'],
      ['2027-04-07T04:00:00.000Z', 'task-opened'],
      ['2027-04-07T04:00:00.000Z', 'message-queued'],
      ['2027-04-07T14:00:00.000Z', 'message-sent'],
    ]);
  } finally {
    await mail.close();
    await database.drop();
  }
}, 120_000);
