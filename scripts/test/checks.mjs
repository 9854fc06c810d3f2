import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap/root.mjs';
import { run } from '../bootstrap/run.mjs';

/** The checks that read the sources without running them; each counts as one test. */
function checks() {
  const workspaces = ['libs', 'apps'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  );
  const typed = [...workspaces, 'scripts', 'bench', 'chaos'].filter((workspace) =>
    existsSync(join(root, workspace, 'tsconfig.json')),
  );
  return [
    ...typed.map((workspace) => ({
      name: `types of ${workspace}`,
      args: ['typescript/bin/tsc', '-p', workspace, '--noEmit'],
    })),
    { name: 'style and lint (npm run lint)', args: ['@biomejs/biome/bin/biome', 'check', '--max-diagnostics=50', '.'] },
    {
      name: 'who may import whom (npm run imports)',
      args: ['dependency-cruiser/bin/dependency-cruiser.mjs', 'apps', 'libs', '--config', '.dependency-cruiser.cjs'],
    },
  ];
}

/** Runs two checks at a time. */
export async function runChecks(tally) {
  console.log('\n== checks');
  const waiting = checks();
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) await runCheck(check, tally);
  };
  await Promise.all([worker(), worker()]);
}

async function runCheck({ name, args: [file, ...args] }, tally) {
  try {
    await run(process.execPath, [join(root, 'node_modules', file), ...args]);
    console.log(`ok      ${name}`);
    tally.pass();
  } catch (error) {
    console.log(`FAILED  ${name}\n${error.message}`);
    tally.fail(`checks: ${name}`);
  }
}
