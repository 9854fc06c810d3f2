import { seedDemo } from '@headgate/persistence/demo';
import { workflowBundle } from '../workflow-bundle.ts';
import { cloneDatabase } from './database.ts';
import { rehearsalMail } from './mail.ts';
import { rehearse, type TimelineEntry } from './rehearse.ts';
import type { Scenario } from './scenario.ts';
import { openWorld, type World } from './world.ts';

/** The office, and the four accounts that the district always holds, as of the scenario's opening. Nobody signs in. */
const fixedAccounts = { accounts: 4, cases: 0 };

type Look = (world: World) => Promise<void>;

/** Plays one scenario in a world of its own, on the PostgreSQL and the test server that the environment names. */
export async function rehearseAlone(scenario: Scenario, look?: Look): Promise<TimelineEntry[]> {
  const { timeline, closed } = await rehearseAndGo(scenario, look);
  await closed;
  return timeline;
}

/** As `rehearseAlone`, for who goes on to the next scenario while the world of this one, idle for seconds, is closed. */
export async function rehearseAndGo(
  scenario: Scenario,
  look?: Look,
): Promise<{ timeline: TimelineEntry[]; closed: Promise<void> }> {
  const opened: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of opened.reverse()) await end();
  };
  try {
    const database = await cloneDatabase(variable('HEADGATE_TEST_PG_URL'), 'rehearsal_template');
    opened.push(() => database.drop());
    const mail = await rehearsalMail();
    opened.push(() => mail.close());
    const world = await openWorld({
      databaseUrl: database.url,
      openAt: scenario.openAt,
      bundle: await workflowBundle(),
      testServer: variable('TEMPORAL_TEST_SERVER'),
      mail: mail.activities,
    });
    opened.push(() => world.close());
    await seedDemo(world.record, { size: fixedAccounts, hash: async () => '' });
    const timeline = await rehearse(scenario, world);
    await look?.(world);
    return { timeline, closed: close() };
  } catch (error) {
    await close();
    throw error;
  }
}

function variable(name: string): string {
  return process.env[name] ?? fault(`${name} is not set: npm run rehearse and npm test set it.`);
}

function fault(message: string): never {
  throw new Error(message);
}
