import { findCommand, isProgram } from './find-command.mjs';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const ON_MACOS = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** The browser of the end-to-end tests: found, or installed by apt where that may be done. */
export async function chromium(say) {
  if (process.env.CHROMIUM) {
    if (isProgram(process.env.CHROMIUM)) return process.env.CHROMIUM;
    throw new Problem(`CHROMIUM names ${process.env.CHROMIUM}, which is not a program.`);
  }
  const found = installed();
  if (found) return found;
  if (process.getuid?.() !== 0 || !findCommand('apt-get')) throw new Problem(waysToGetIt);
  say('installing chromium by apt, once');
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const progress = (seconds) => say(`installing chromium, ${seconds} s`);
  await run('apt-get', ['update', '-q'], { ...options, progress });
  await run('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium'], { ...options, progress });
  return installed() ?? fail();
}

function installed() {
  return NAMES.map((name) => findCommand(name)).find(Boolean) ?? (isProgram(ON_MACOS) ? ON_MACOS : null);
}

function fail() {
  throw new Problem(waysToGetIt);
}

const waysToGetIt =
  'No browser was found for the end-to-end tests: install Chromium or Chrome, or set CHROMIUM to its path.';
