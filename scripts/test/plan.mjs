import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../bootstrap/root.mjs';

const TIERS = ['unit', 'int', 'e2e'];
const CHECKS = 'checks';
const FOLDERS = ['libs', 'apps', 'scripts', 'bench', 'chaos'];
const LEFT_OUT = new Set(['node_modules', 'dist']);

/**
 * What `npm test` runs: all of it, or by its words only some tiers (checks, unit, int, e2e), or only the files whose
 * path contains one of the other words.
 */
export function plan(words) {
  const named = words.filter((word) => TIERS.includes(word) || word === CHECKS);
  const filters = words.filter((word) => !named.includes(word));
  const whole = words.length === 0;
  const files = FOLDERS.flatMap((folder) => specsBelow(join(root, folder)))
    .map((file) => relative(root, file))
    .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)));
  const tiers = TIERS.filter((tier) => named.length === 0 || named.includes(tier))
    .map((tier) => ({ tier, files: files.filter((file) => new RegExp(`\\.${tier}\\.spec\\.tsx?$`).test(file)).sort() }))
    // A tier that is asked for and has no test is a failure; a filter may leave a tier empty.
    .filter(({ files }) => files.length > 0 || filters.length === 0);
  return { checks: whole || named.includes(CHECKS), tiers };
}

function specsBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return specsBelow(path);
    return /\.spec\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
