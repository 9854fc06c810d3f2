import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../bootstrap/problem.mjs';
import { commandLine, hasEnded, signal } from './processes.mjs';

const SUPERVISOR = 'supervisor';
const GRACE_MS = 5_000;
const STOP_MS = 30_000;

/**
 * Notes in `<home>/run` which processes belong to this data folder, so that a start after a kill -9 finds what was
 * left behind. `marker` is a part of the command line: a number that the system gave to another program is left alone.
 */
export function note(home, name, record) {
  const file = join(home, 'run', `${name}.json`);
  writeFileSync(`${file}.new`, JSON.stringify(record));
  renameSync(`${file}.new`, file);
}

export function forget(home, name) {
  rmSync(join(home, 'run', `${name}.json`), { force: true });
}

/** Claims the data folder for this process, or refuses while another start still runs from it. */
export async function claim(home, marker) {
  const other = recordOf(home, SUPERVISOR);
  if (other && runs(other)) await waitForItsEnd(home, other);
  note(home, SUPERVISOR, { pid: process.pid, marker, stopping: false });
}

/** Whether a start (or a test run) that claimed the folder still runs. */
export function isClaimed(home) {
  const record = recordOf(home, SUPERVISOR);
  return record !== null && runs(record);
}

export function announceStop(home, marker) {
  note(home, SUPERVISOR, { pid: process.pid, marker, stopping: true });
}

export function release(home) {
  forget(home, SUPERVISOR);
}

/** A start whose terminal was killed notices within a second and says so in its record: then it is waited for. */
async function waitForItsEnd(home, other) {
  if (await hasEnded(other.pid, 3_000)) return;
  if (recordOf(home, SUPERVISOR)?.stopping && (await hasEnded(other.pid, STOP_MS))) return;
  throw new Problem(
    `Headgate already runs from ${home} (process ${other.pid}).\nStop it with Ctrl-C in its terminal or with: kill ${other.pid}`,
  );
}

/** Ends what an earlier start left behind when it was killed; answers the names of the parts. */
export async function stopLeftovers(home) {
  const names = readdirSync(join(home, 'run'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -5));
  const left = names.map((name) => ({ name, ...recordOf(home, name) })).filter((record) => record.name !== SUPERVISOR);
  const running = left.filter(runs);
  await Promise.all(running.map(end));
  for (const { name } of left) forget(home, name);
  return running.map(({ name }) => name);
}

async function end({ pid, stopSignal }) {
  signal(pid, stopSignal);
  if (await hasEnded(pid, GRACE_MS)) return;
  signal(pid, 'SIGKILL');
  await hasEnded(pid, GRACE_MS);
}

function runs({ pid, marker }) {
  return pid !== process.pid && (commandLine(pid)?.includes(marker) ?? false);
}

function recordOf(home, name) {
  const file = join(home, 'run', `${name}.json`);
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
