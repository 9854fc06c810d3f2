import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const CONFIG = '.dependency-cruiser.cjs';
const WORKSPACES = ['libs/domain', 'libs/workflows', 'libs/persistence', 'libs/scans', 'libs/testing'];
const PACKAGES = [
  'zod',
  'decimal.js',
  'temporal-polyfill',
  'pg',
  '@temporalio/workflow',
  '@temporalio/worker',
  'mupdf',
];

/** For each rule a file that breaks it, and what it imports to do so. */
const faults: { rule: string; file: string; imports: string }[] = [
  { rule: 'domain-is-pure', file: 'libs/domain/src/money/reads-a-file.ts', imports: 'node:fs' },
  { rule: 'domain-is-pure', file: 'libs/domain/src/money/asks-the-record.ts', imports: '@headgate/persistence' },
  { rule: 'domain-is-pure', file: 'libs/domain/src/money/asks-the-database.ts', imports: 'pg' },
  { rule: 'dates-in-one-place', file: 'libs/domain/src/money/counts-days.ts', imports: 'temporal-polyfill' },
  { rule: 'workflows-are-deterministic', file: 'libs/workflows/src/kernel/rolls-dice.ts', imports: 'node:crypto' },
  { rule: 'workflows-are-deterministic', file: 'libs/workflows/src/kernel/asks.ts', imports: '@headgate/persistence' },
  { rule: 'workflows-are-deterministic', file: 'libs/workflows/src/kernel/works.ts', imports: '@temporalio/worker' },
  {
    rule: 'workflows-take-types-alone',
    file: 'libs/workflows/src/kernel/reckons.ts',
    imports: '@headgate/domain/money',
  },
  {
    rule: 'case-types-stand-alone',
    file: 'libs/workflows/src/cases/turn-on/borrows.ts',
    imports: '../turn-off/workflow.ts',
  },
  {
    rule: 'case-types-stand-alone',
    file: 'libs/workflows/src/cases/turn-on/borrows-a-definition.ts',
    imports: '@headgate/domain/cases/turn-off',
  },
  { rule: 'api-runs-no-worker', file: 'apps/api/src/works.ts', imports: '@temporalio/worker' },
  { rule: 'api-runs-no-worker', file: 'apps/api/src/proceeds.ts', imports: '@headgate/workflows' },
  { rule: 'api-opens-no-pdf', file: 'apps/api/src/opens.ts', imports: '@headgate/scans' },
  { rule: 'api-opens-no-pdf', file: 'libs/persistence/src/draws.ts', imports: 'mupdf' },
  { rule: 'web-knows-only-the-contract', file: 'apps/web/src/asks-the-record.ts', imports: '@headgate/persistence' },
  { rule: 'only-persistence-touches-sql', file: 'apps/api/src/asks-the-database.ts', imports: 'pg' },
  {
    rule: 'libraries-know-no-app',
    file: 'libs/persistence/src/knows-the-api.ts',
    imports: '../../../apps/api/src/main.ts',
  },
  { rule: 'tests-stay-tests', file: 'apps/api/src/builds.ts', imports: '@headgate/testing' },
  { rule: 'tests-stay-tests', file: 'libs/persistence/src/tests.ts', imports: './record.int.spec.ts' },
  { rule: 'no-circles', file: 'libs/persistence/src/egg.ts', imports: './hen.ts' },
  { rule: 'every-import-resolves', file: 'libs/persistence/src/lost.ts', imports: 'no-such-package' },
];

/** Files that keep the rules: what the faults import, and the imports that each layer may have. */
const lawful: { file: string; imports?: string; typeOnly?: boolean }[] = [
  { file: 'libs/domain/src/time/index.ts', imports: 'temporal-polyfill' },
  { file: 'libs/domain/src/money/index.ts', imports: 'decimal.js' },
  { file: 'libs/domain/src/cases/index.ts', imports: 'zod' },
  { file: 'libs/domain/src/cases/turn-off/definition.ts', imports: '../../money/index.ts' },
  { file: 'libs/domain/src/cases/turn-on/definition.ts', imports: 'zod' },
  { file: 'libs/workflows/src/index.ts', imports: '@temporalio/workflow' },
  { file: 'libs/workflows/src/cases/turn-off/workflow.ts', imports: '@headgate/domain/cases/turn-off', typeOnly: true },
  { file: 'libs/workflows/src/cases/turn-on/workflow.ts', imports: '@headgate/domain/money', typeOnly: true },
  { file: 'libs/persistence/src/index.ts', imports: 'pg' },
  { file: 'libs/persistence/src/hen.ts', imports: './egg.ts' },
  { file: 'libs/persistence/src/record.int.spec.ts', imports: '@headgate/testing' },
  { file: 'libs/scans/src/index.ts', imports: 'mupdf' },
  { file: 'libs/testing/src/index.ts', imports: '@headgate/persistence' },
  { file: 'apps/api/src/main.ts', imports: '@headgate/persistence' },
  { file: 'apps/web/src/main.ts', imports: '@headgate/domain/money' },
  { file: 'apps/worker/src/main.ts', imports: '@headgate/workflows' },
];

describe('Who may import whom', () => {
  let tree = '';
  let refused: string[] = [];

  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'headgate-imports-'));
    layOut(tree);
    refused = cruise(tree);
  });

  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it.each(faults)('$rule refuses $imports in $file', ({ rule, file }) => {
    expect(refused).toContain(`${rule}: ${file}`);
  });

  it('lets every layer import what it may', () => {
    const files = new Set(lawful.map(({ file }) => file).filter((file) => !file.endsWith('/hen.ts')));
    expect(refused.filter((violation) => files.has(violation.split(': ')[1] ?? ''))).toEqual([]);
  });

  it('has a planted fault for every rule', () => {
    const { forbidden } = createRequire(import.meta.url)(join(root, CONFIG)) as { forbidden: { name: string }[] };
    expect(forbidden.map(({ name }) => name).filter((name) => !faults.some(({ rule }) => rule === name))).toEqual([]);
  });
});

function layOut(tree: string) {
  for (const file of [CONFIG, 'tsconfig.base.json', ...WORKSPACES.map((folder) => `${folder}/package.json`)]) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    copyFileSync(join(root, file), join(tree, file));
  }
  for (const name of PACKAGES) {
    write(
      join(tree, 'node_modules', name, 'package.json'),
      JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    );
    write(join(tree, 'node_modules', name, 'index.js'), 'module.exports = {};\n');
  }
  mkdirSync(join(tree, 'node_modules/@headgate'));
  for (const folder of WORKSPACES)
    symlinkSync(join(tree, folder), join(tree, 'node_modules/@headgate', folder.slice(5)));
  for (const { file, imports, typeOnly } of [...lawful, ...faults.map((fault) => ({ ...fault, typeOnly: false }))]) {
    const statement = typeOnly ? `import type { Thing } from '${imports}';` : `import '${imports}';`;
    write(join(tree, file), `${imports ? `${statement}\n` : ''}export {};\n`);
  }
}

function write(file: string, text: string) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function cruise(tree: string): string[] {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [program, 'apps', 'libs', '--config', CONFIG, '--output-type', 'json'];
  const report = JSON.parse(execFileSync(process.execPath, args, { cwd: tree, encoding: 'utf8' })) as Report;
  return report.summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
}

interface Report {
  summary: { violations: { from: string; rule: { name: string } }[] };
}
