import { seedDemo } from '@headgate/persistence/demo';
import { workflowBundle } from '../workflow-bundle.ts';
import { cloneDatabase } from './database.ts';
import { rehearsalMail } from './mail.ts';
import { rehearse, type TimelineEntry } from './rehearse.ts';
import type { Scenario } from './scenario.ts';
import { openWorld } from './world.ts';

/** The office, and the four accounts that the district always holds, as of the scenario's opening. Nobody signs in. */
const fixedAccounts = { accounts: 4, cases: 0 };

/** Plays one scenario in a world of its own, on the PostgreSQL and the test server that the environment names. */
export async function rehearseAlone(
  scenario: Scenario,
  look?: (world: Awaited<ReturnType<typeof openWorld>>) => Promise<void>,
): Promise<TimelineEntry[]> {
  const database = await cloneDatabase(variable('HEADGATE_TEST_PG_URL'), 'rehearsal_template');
  const mail = await rehearsalMail();
  try {
    const world = await openWorld({
      databaseUrl: database.url,
      openAt: scenario.openAt,
      bundle: await workflowBundle(),
      testServer: variable('TEMPORAL_TEST_SERVER'),
      mail: mail.activities,
    });
    try {
      await seedDemo(world.record, { size: fixedAccounts, hash: async () => '' });
      const timeline = await rehearse(scenario, world);
      await look?.(world);
      return timeline;
    } finally {
      await world.close();
    }
  } finally {
    await mail.close();
    await database.drop();
  }
}

function variable(name: string): string {
  return process.env[name] ?? fault(`${name} is not set: npm run rehearse and npm test set it.`);
}

function fault(message: string): never {
  throw new Error(message);
}
