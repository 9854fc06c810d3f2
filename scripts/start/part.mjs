import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../bootstrap/problem.mjs';
import { root } from '../bootstrap/root.mjs';
import { hasEnded, signal } from './processes.mjs';
import { forget, note } from './run-folder.mjs';

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 4_000;
const STEADY_AFTER_MS = 60_000;
const TRIES_BEFORE_READY = 3;
const LARGEST_LOG = 20 * 2 ** 20;

/**
 * One supervised program. `spec` is `{ name, marker, stopSignal, stopWithinMs, readyWithinMs, launch, answers }`:
 * `launch()` gives `{ command, args, options }` anew for each start, `answers()` whether it does its work.
 * A part that dies is started again, the sooner the longer it lived, and says so.
 */
export function createPart(spec, { home, say }) {
  const logFile = join(home, 'logs', `${spec.name}.log`);
  let child = null;
  let stopping = false;
  let wasReady = false;
  let failures = 0;

  async function launch() {
    const { command, args, options } = await spec.launch();
    if (stopping) return;
    const log = openLog(logFile);
    // A process group of its own: Ctrl-C reaches the supervisor alone, which stops the parts in their order.
    child = spawn(command, args, { cwd: root, ...options, detached: true, stdio: ['ignore', log, log] });
    closeSync(log);
    const since = Date.now();
    child.once('error', (error) => ended(since, error.message));
    child.once('exit', (code, killedBy) => ended(since, killedBy ?? `code ${code}`));
    if (child.pid) note(home, spec.name, { pid: child.pid, marker: spec.marker, stopSignal: spec.stopSignal });
  }

  async function ended(since, why) {
    child = null;
    if (stopping) return;
    failures = Date.now() - since > STEADY_AFTER_MS ? 1 : failures + 1;
    if (!wasReady && failures >= TRIES_BEFORE_READY) return;
    const delay = Math.min(FIRST_DELAY_MS * 2 ** (failures - 1), LONGEST_DELAY_MS);
    say(`${spec.name} ended (${why}); starting it again in ${delay / 1000} s (see ${logFile})`);
    await sleep(delay);
    if (stopping) return;
    await launch().catch((error) => ended(Date.now(), error.message));
    if (wasReady && (await answersWithin(spec.readyWithinMs))) say(`${spec.name} is back`);
  }

  async function answersWithin(patienceMs) {
    const until = Date.now() + patienceMs;
    while (Date.now() < until && !stopping) {
      if (!child && !wasReady && failures >= TRIES_BEFORE_READY) return false;
      if (child && (await spec.answers().catch(() => false))) return true;
      await sleep(100);
    }
    return false;
  }

  return {
    name: spec.name,
    /** Starts it and waits until it answers; a part that never does is shown with the end of its log. */
    async start() {
      await launch();
      wasReady = await answersWithin(spec.readyWithinMs);
      if (!wasReady && !stopping)
        throw new Problem(`${spec.name} does not come up. The end of ${logFile}:\n${endOf(logFile)}`);
    },
    /** Stops it by its own signal, and by force when it takes longer than it may. */
    async stop(withinMs = spec.stopWithinMs) {
      stopping = true;
      const pid = child?.pid;
      if (pid) {
        signal(pid, spec.stopSignal);
        if (!(await hasEnded(pid, withinMs))) signal(pid, 'SIGKILL');
        await hasEnded(pid, 2_000);
      }
      forget(home, spec.name);
    },
    /** The last resort of a second Ctrl-C. */
    kill() {
      stopping = true;
      if (child?.pid) signal(child.pid, 'SIGKILL');
    },
  };
}

function openLog(file) {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG) renameSync(file, `${file}.1`);
  return openSync(file, 'a');
}

function endOf(file) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-20).join('\n');
}
