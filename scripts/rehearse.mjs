// npm run rehearse -- scenario.json [--json]: a scenario through the real procedures, a year in seconds. It brings a
// database of its own, so it works beside a running Headgate and without one.
import { rmSync } from 'node:fs';
import { installDependencies } from './bootstrap/dependencies.mjs';
import { continueOnNode24 } from './bootstrap/node24.mjs';
import { fail } from './bootstrap/problem.mjs';

const say = (text) => process.stderr.write(`${text}\n`);

try {
  if (!process.env.HEADGATE_LAUNCHED) await installDependencies(say);
  if (await continueOnNode24()) process.exitCode = await rehearse(process.argv.slice(2));
} catch (error) {
  fail(error);
}

async function rehearse(words) {
  const { timeSkippingServer } = await import('./bootstrap/time-skipping-server.mjs');
  const { createTestFolder, startTestPostgres } = await import('./test/test-folder.mjs');
  const { spawn } = await import('node:child_process');
  const { root } = await import('./bootstrap/root.mjs');
  const testServer = await timeSkippingServer(say);
  const folder = await createTestFolder('scripts/rehearse.mjs');
  const postgres = await startTestPostgres(folder, say);
  try {
    const env = { ...process.env, HEADGATE_TEST_PG_URL: postgres.url, TEMPORAL_TEST_SERVER: testServer, NODE_NO_WARNINGS: '1' };
    const child = spawn(process.execPath, [`${root}/apps/worker/src/rehearsal/main.ts`, ...words], { stdio: 'inherit', env });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    return await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
