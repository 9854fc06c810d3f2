import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const CHECK_MS = 1_000;

/**
 * Calls back when the program that started this one is gone: a kill -9 of npm reaches nobody below it. npm puts a
 * shell between, so the parent's parent counts too. Asked only where a parent waits for us: a start from a shell may
 * outlive the shell.
 */
export function whenParentIsGone(callback) {
  if (!process.env.HEADGATE_LAUNCHED && !process.env.npm_lifecycle_event) return;
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const first = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === first) return;
    clearInterval(timer);
    callback();
  }, CHECK_MS);
  timer.unref();
}

function parentOf(pid) {
  try {
    // The name of the program, in brackets, may hold spaces; the parent is the second field after it.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1];
  } catch {
    return spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim();
  }
}
