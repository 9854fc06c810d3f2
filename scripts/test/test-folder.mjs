import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPart } from '../start/part.mjs';
import { freePort } from '../start/ports.mjs';
import { createRolesAndDatabase, postgresPart, superuserUrl } from '../start/postgres.mjs';
import { claim, isClaimed, stopLeftovers } from '../start/run-folder.mjs';
import { say as tell } from './needs.mjs';

const PREFIX = 'headgate-test-';
const MARKER = 'scripts/test.mjs';
// The data of a test need not outlive the machine.
export const QUICK = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/** A folder of this run's own for the database and the reports; what killed runs left is stopped and removed. */
export async function createTestFolder(marker = MARKER) {
  await removeLeftFolders();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(folder, 0o755);
  for (const inner of ['logs', 'run']) mkdirSync(join(folder, inner));
  await claim(folder, marker);
  return folder;
}

async function removeLeftFolders() {
  const folders = readdirSync(tmpdir())
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => join(tmpdir(), name));
  for (const folder of folders.filter((each) => !isClaimed(each))) {
    await stopLeftovers(folder).catch(() => []);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One PostgreSQL for the whole run, on a free port; each test makes databases of its own in it. */
export async function startTestPostgres(folder, { say = tell, settings = QUICK } = {}) {
  const port = await freePort();
  const part = createPart(postgresPart({ folder: join(folder, 'postgres'), port, settings }), { home: folder, say });
  await part.start();
  await createRolesAndDatabase(port);
  return { url: superuserUrl(port), stop: () => part.stop() };
}
