import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { isProgram } from './find-command.mjs';
import { whenParentIsGone } from './parent.mjs';
import { Problem } from './problem.mjs';
import { root } from './root.mjs';

// The first Node that strips types, runs MikroORM 7 and lets jest load packages that are ESM only.
const NEEDED = [24, 9];

/** The Node that runs Headgate: the running one when it is new enough, else the one npm installed as a package. */
function findNode24() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const names = [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`].map(
    (name) => name.replace('win32', 'win'),
  );
  const packaged = names.map((name) => join(root, 'node_modules', name, file)).find(isProgram);
  if (packaged) return packaged;
  throw new Problem(
    `Headgate needs Node ${NEEDED.join('.')} or newer; this is ${process.versions.node}, and npm has no Node package for ` +
      `${process.platform} ${process.arch}. Install Node 24 from https://nodejs.org and run the same command again.`,
  );
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/**
 * Goes on in this process when its Node is new enough (answers true), else starts the same command on Node 24,
 * passes signals on and ends as that ends (never answers).
 */
export function continueOnNode24() {
  const node = findNode24();
  if (node === process.execPath) return Promise.resolve(true);
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`, HEADGATE_LAUNCHED: '1' };
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit', env });
  whenParentIsGone(() => child.kill('SIGTERM'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise(() => {
    child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
  });
}
