import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap/root.mjs';
import { run } from '../bootstrap/run.mjs';

/** Brings the schema of the record up to date. */
export async function migrate(env) {
  await runCli('migrate', env);
}

/**
 * Fills an empty record with the demo district. The mark lies in the database's own folder, so that a deleted
 * database is filled again; a seed that was killed half-way is repeated.
 */
export async function seedOnce(databaseFolder, env, progress) {
  const mark = join(databaseFolder, 'headgate-seeded');
  if (existsSync(mark)) return;
  await runCli('seed', env, progress);
  writeFileSync(mark, '');
}

function runCli(name, env, progress) {
  return run(process.execPath, [join(root, 'libs/persistence/src/cli', `${name}.ts`)], {
    env,
    progress,
    everySeconds: 5,
  });
}
