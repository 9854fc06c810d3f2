import { chromium } from '../bootstrap/chromium.mjs';
import { Problem } from '../bootstrap/problem.mjs';
import { temporalCli } from '../bootstrap/temporal-cli.mjs';
import { timeSkippingServer } from '../bootstrap/time-skipping-server.mjs';
import { build } from '../start/builds.mjs';

/** The programs that the tiers need, beside PostgreSQL, and the variable that tells the tests where each one is. */
export const PROGRAMS = [
  { variable: 'TEMPORAL_CLI', find: temporalCli, tiers: ['int', 'e2e'] },
  { variable: 'TEMPORAL_TEST_SERVER', find: timeSkippingServer, tiers: ['int', 'e2e'] },
  { variable: 'CHROMIUM', find: chromium, tiers: ['e2e'] },
];

/** Finds or fetches the programs; one that is missing counts as a failure and is told, and the tests go on without. */
export async function findPrograms(tiers, tally) {
  const found = {};
  for (const { variable, find, tiers: users } of PROGRAMS) {
    if (!users.some((tier) => tiers.includes(tier))) continue;
    try {
      found[variable] = await find(say);
      say(`${variable}=${found[variable]}`);
    } catch (error) {
      missing(variable, error, tally);
    }
  }
  return found;
}

/** The end-to-end tests run the apps as they are served: built. */
export async function buildApps(tally) {
  for (const app of ['api', 'web']) {
    try {
      say(`building apps/${app}`);
      await build(app);
    } catch (error) {
      missing(`the build of apps/${app}`, error, tally);
    }
  }
}

function missing(what, error, tally) {
  console.log(`FAILED  ${what}\n${error instanceof Problem ? error.message : error.stack}`);
  tally.fail(`${what}: ${error.message.split('\n')[0]}`);
}

export function say(text) {
  console.log(`        ${text}`);
}
