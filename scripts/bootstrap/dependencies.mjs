import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

/** Installs what the lockfile names, unless it already lies in node_modules. */
export async function installDependencies(say) {
  if (dependenciesAreInstalled()) return;
  const total = Object.entries(packagesOf('package-lock.json')).filter(isTopLevel).filter(fitsThisMachine).length;
  say('installing the dependencies with npm ci, once (one to five minutes)');
  const progress = () => say(`${Math.min(countInstalled(), total)} of about ${total} packages`);
  const [command, ...first] = npm();
  try {
    // Install scripts stay off on every npm; the one step that is needed is run by postgres-binaries.mjs.
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev'];
    await run(command, [...first, ...args, '--include=optional'], { progress, everySeconds: 10 });
  } catch (error) {
    throw new Problem(
      `The dependencies could not be installed. Check the connection to the npm registry.\n${error.message}`,
    );
  }
}

/** npm writes what it installed beside it; compared with the lockfile no stamp of our own is needed. */
function dependenciesAreInstalled() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(([path, wanted]) => {
    if (!path.startsWith('node_modules/')) return true;
    const found = installed[path];
    return found ? found.version === wanted.version && existsSync(join(root, path)) : wanted.optional === true;
  });
}

function packagesOf(lockfile) {
  return JSON.parse(readFileSync(join(root, lockfile), 'utf8')).packages;
}

function isTopLevel([path]) {
  return path.startsWith('node_modules/') && path.lastIndexOf('node_modules/') === 0;
}

function fitsThisMachine([, { os, cpu }]) {
  return (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch));
}

/** npm makes all folders first and fills them then: a package is there when its package.json is. */
function countInstalled() {
  const folder = join(root, 'node_modules');
  if (!existsSync(folder)) return 0;
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  const packages = names.flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(folder, name)).map((inner) => join(name, inner)) : [name],
  );
  return packages.filter((name) => existsSync(join(folder, name, 'package.json'))).length;
}

/** The npm that started us, else the one on PATH. */
function npm() {
  const running = process.env.npm_execpath;
  return running?.endsWith('.js') ? [process.execPath, running] : ['npm'];
}
