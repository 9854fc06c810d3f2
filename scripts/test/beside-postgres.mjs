import { rmSync } from 'node:fs';
import { tell } from '../bootstrap/launch.mjs';
import { PROGRAMS } from './needs.mjs';
import { runProgram } from './run-program.mjs';
import { createTestFolder, QUICK, startTestPostgres } from './test-folder.mjs';

/** Runs one of our programs with a PostgreSQL of its own, which is gone afterwards, and the Temporal programs it names. */
export async function runBesidePostgres(file, { programs, marker, settings = QUICK }) {
  const env = { ...process.env };
  for (const { variable, find } of PROGRAMS) if (programs.includes(variable)) env[variable] = await find(tell);
  const folder = await createTestFolder(marker);
  const postgres = await startTestPostgres(folder, { say: tell, settings });
  try {
    return await runProgram(file, { ...env, HEADGATE_TEST_PG_URL: postgres.url });
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
