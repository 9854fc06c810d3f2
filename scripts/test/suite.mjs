import { rmSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { runChecks } from './checks.mjs';
import { runTier } from './jest.mjs';
import { buildApps, findPrograms } from './needs.mjs';
import { plan } from './plan.mjs';
import { createTally } from './tally.mjs';
import { createTestFolder, startTestPostgres } from './test-folder.mjs';

/** Runs what was asked for, brings what that needs, and answers the exit code. */
export async function runSuite(words) {
  const { checks, tiers } = plan(words);
  const tally = createTally();
  const folder = await createTestFolder();
  const stopPostgres = { now: async () => {} };
  const cleanUp = async () => {
    await stopPostgres.now();
    rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => cleanUp().finally(() => process.exit(1)));
  try {
    if (checks) await runChecks(tally);
    await runTiers(tiers, { folder, tally, stopPostgres });
  } finally {
    await cleanUp();
  }
  return tally.close();
}

async function runTiers(tiers, { folder, tally, stopPostgres }) {
  const names = tiers.map(({ tier }) => tier);
  const env = {
    ...process.env,
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
    NODE_NO_WARNINGS: '1',
  };
  const unit = tiers.find(({ tier }) => tier === 'unit');
  if (unit) await runTier(unit, { env, folder, tally });
  if (!names.some((name) => name !== 'unit')) return;

  console.log('\n== what the next tests need');
  const postgres = await startTestPostgres(folder);
  stopPostgres.now = postgres.stop;
  const programs = await findPrograms(names, tally);
  const whole = { ...env, ...programs, HEADGATE_TEST_PG_URL: postgres.url };
  for (const each of tiers.filter(({ tier }) => tier !== 'unit')) {
    if (each.tier === 'e2e') await buildApps(tally);
    await runTier(each, { env: whole, folder, tally });
  }
}
