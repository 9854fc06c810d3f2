import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap/root.mjs';
import { host } from './settings.mjs';

/** The API, which also serves the web app. */
export function apiPart({ port, env }) {
  const file = join(root, 'apps/api/dist/main.js');
  return {
    ...nodePart('api', file, env),
    answers: async () => (await fetch(`http://${host}:${port}/api/v1/health/ready`)).ok,
  };
}

/** The Temporal worker: procedures, activities, the nudge relay, mail. */
export function workerPart({ home, env }) {
  const file = join(root, 'apps/worker/src/main.ts');
  const log = join(home, 'logs', 'worker.log');
  const part = nodePart('worker', file, env);
  let read = 0;
  return {
    ...part,
    launch() {
      read = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
      return part.launch();
    },
    answers: async () => readFileSync(log).subarray(read).includes('worker is ready'),
  };
}

function nodePart(name, file, env) {
  return {
    name,
    marker: file,
    stopSignal: 'SIGTERM',
    stopWithinMs: 15_000,
    readyWithinMs: 60_000,
    launch: () => ({ command: process.execPath, args: ['--enable-source-maps', file], options: { env } }),
  };
}
