import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../bootstrap/problem.mjs';
import { root } from '../bootstrap/root.mjs';
import { run } from '../bootstrap/run.mjs';

const LEFT_OUT = /(^|\/)(node_modules|dist)$|\.spec\.tsx?$/;

/** What is built before it can run, and from what. The rest is TypeScript that Node runs as it stands. */
const BUILDS = {
  api: {
    program: ['@nestjs/cli/bin/nest.js', 'build', '--config', '../../nest-cli.json'],
    sources: ['apps/api', 'nest-cli.json', 'tsconfig.base.json', 'package-lock.json'],
    result: 'apps/api/dist/main.js',
  },
  web: {
    program: ['vite/bin/vite.js', 'build'],
    sources: ['apps/web', 'libs/domain', 'tsconfig.base.json', 'package-lock.json'],
    result: 'apps/web/dist/index.html',
  },
};

/** Builds an app, unless its sources are those of the last build. */
export async function build(app) {
  const { program, sources, result } = BUILDS[app];
  const stamp = join(root, 'apps', app, 'dist', '.built-from');
  const hash = hashOf(sources.map((path) => join(root, path)));
  if (existsSync(join(root, result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  const [file, ...args] = program;
  const env = { ...process.env, NODE_ENV: 'production' };
  const output = await run(process.execPath, [join(root, 'node_modules', file), ...args], {
    cwd: join(root, 'apps', app),
    env,
  });
  if (!existsSync(join(root, result))) throw new Problem(`The build of apps/${app} made no ${result}:\n${output}`);
  writeFileSync(stamp, hash);
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) addTo(hash, path);
  return hash.digest('hex');
}

function addTo(hash, path) {
  if (LEFT_OUT.test(path)) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
    return;
  }
  hash.update(path).update('\0').update(readFileSync(path)).update('\0');
}
