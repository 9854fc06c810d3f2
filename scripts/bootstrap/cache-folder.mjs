import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where programs that are not npm packages are kept: outside the work tree, so that a clean checkout is quick. */
export function cacheFolder(...below) {
  const base = process.env.HEADGATE_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'headgate');
  const folder = join(base, ...below);
  mkdirSync(folder, { recursive: true });
  return folder;
}
