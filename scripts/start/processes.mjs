import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** The command line of a running process, or null when there is none. */
export function commandLine(pid) {
  if (!isAlive(pid)) return null;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') || null;
  } catch {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || null;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Signals a whole process group, or the process alone where it leads none. */
export function signal(pid, name) {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, name);
      return;
    } catch {
      // Already gone, or no group of that number.
    }
  }
}

/** Waits until a process has ended; false when it still runs after the time given. */
export async function hasEnded(pid, withinMs) {
  const until = Date.now() + withinMs;
  while (Date.now() < until) {
    if (!commandLine(pid)) return true;
    await sleep(50);
  }
  return !commandLine(pid);
}
