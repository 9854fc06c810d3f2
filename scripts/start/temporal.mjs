import { existsSync, rmSync } from 'node:fs';
import { run } from '../bootstrap/run.mjs';
import { host } from './settings.mjs';

export const namespace = 'default';

/** Temporal's development server with its database in `file`; the namespace is made anew with an empty database. */
export function temporalPart({ program, file, port, uiPort }) {
  return {
    name: 'temporal',
    marker: file,
    stopSignal: 'SIGTERM',
    stopWithinMs: 8_000,
    readyWithinMs: 60_000,
    launch() {
      forgetJournalOfDeleted(file);
      const listen = ['--ip', host, '--port', String(port), '--ui-port', String(uiPort)];
      const args = [
        'server',
        'start-dev',
        ...listen,
        '--namespace',
        namespace,
        '--db-filename',
        file,
        '--log-level',
        'warn',
      ];
      return { command: program, args, options: {} };
    },
    async answers() {
      await run(
        program,
        ['operator', 'namespace', 'describe', '--namespace', namespace, '--address', `${host}:${port}`],
        { timeout: 5_000 },
      );
      return true;
    },
  };
}

/** SQLite would apply the journal of a deleted database to the new one. */
function forgetJournalOfDeleted(file) {
  if (existsSync(file)) return;
  for (const journal of [`${file}-wal`, `${file}-shm`, `${file}-journal`]) rmSync(journal, { force: true });
}
