import { spawn } from 'node:child_process';
import { Problem } from './problem.mjs';
import { root } from './root.mjs';

const KEPT_OUTPUT = 8_000;

// A long command (a build, a seed) must not outlive us.
const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/**
 * Runs a command to its end and answers its output. What it prints is held back and shown only when it fails;
 * `progress` is called every few seconds with the seconds gone by and the last line printed, so that a long wait is
 * seen to be alive.
 */
export function run(
  command,
  args,
  { cwd = root, env = process.env, progress, everySeconds = 10, ...spawnOptions } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], ...spawnOptions });
    running.add(child);
    child.once('exit', () => running.delete(child));
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-KEPT_OUTPUT);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const since = Date.now();
    const ticker =
      progress &&
      setInterval(() => progress(Math.round((Date.now() - since) / 1000), lastLine(output)), everySeconds * 1000);
    child.on('error', (error) => {
      clearInterval(ticker);
      reject(new Problem(`Could not run ${command}: ${error.message}`));
    });
    child.on('close', (code, signal) => {
      clearInterval(ticker);
      if (code === 0) resolve(output);
      else
        reject(new Problem(`${[command, ...args].join(' ')} failed (${signal ?? `code ${code}`}):\n${output.trim()}`));
    });
  });
}

function lastLine(output) {
  return output.trimEnd().split('\n').at(-1);
}
