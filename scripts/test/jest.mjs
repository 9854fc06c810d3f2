import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../bootstrap/root.mjs';

const WORKERS = { unit: 2, int: 2, e2e: 1 };
const LONGEST_MS = 30 * 60_000;

/** Runs the files of one tier with jest, whose report streams, and adds its results to the tally. */
export async function runTier({ tier, files }, { env, folder, tally }) {
  console.log(`\n== ${tier}: ${files.length} files`);
  if (files.length === 0) {
    tally.fail(`${tier}: there is no test in this tier`);
    return;
  }
  const report = join(folder, `${tier}.json`);
  const ended = await jest(
    ['--runTestsByPath', ...files, `--maxWorkers=${WORKERS[tier]}`, '--json', `--outputFile=${report}`],
    env,
  );
  if (existsSync(report)) count(tier, JSON.parse(readFileSync(report, 'utf8')), tally);
  else tally.fail(`${tier}: jest ended without a report (${ended})`);
}

function jest(args, env) {
  return new Promise((resolve) => {
    const node = ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules/jest/bin/jest.js')];
    const child = spawn(process.execPath, [...node, '--config', 'jest.config.mjs', '--ci', ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: LONGEST_MS,
      killSignal: 'SIGKILL',
    });
    child.on('exit', (code, signal) =>
      resolve(signal ? `${signal} after at most ${LONGEST_MS / 60_000} minutes` : `code ${code}`),
    );
  });
}

/** A test that is skipped or still to be written counts as failed, and so does a file that cannot be loaded. */
function count(tier, report, tally) {
  for (const file of report.testResults) {
    const path = relative(root, file.name);
    for (const { status, fullName } of file.assertionResults) {
      if (status === 'passed') tally.pass();
      else tally.fail(`${tier}: ${path} › ${fullName}${status === 'failed' ? '' : ` (${status})`}`);
    }
    if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')) {
      tally.fail(`${tier}: ${path} (the file failed outside of its tests)`);
    }
  }
}
