import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Handlebars prints `{{{x}}}` and `{{&x}}` as they are: what a customer wrote would become markup. */
const UNESCAPED = /\{\{~?(\{|&)/;
const CLOCK_OR_CHANCE = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bperformance\.now\(/;

describe('Letters escape what people wrote', () => {
  it('no template prints anything unescaped', () => {
    expect(offenders('templates', /\.hbs$/, UNESCAPED)).toEqual([]);
  });

  it.each(['{{{ name }}}', '{{~{name}}}', '{{& name}}'])('%s would be refused', (text) => {
    expect(text).toMatch(UNESCAPED);
  });

  it('{{ name }} would not', () => {
    expect('{{ name }} {{#if x}}{{/if}} {{> part}}').not.toMatch(UNESCAPED);
  });
});

describe('Rules take their time as an argument', () => {
  it('the domain and the procedures read no clock and throw no dice', () => {
    const sources = /^(?!.*\.(spec|steps)\.tsx?$)(?!.*\/oracle\/).*\.ts$/;
    expect([
      ...offenders('libs/domain/src', sources, CLOCK_OR_CHANCE),
      ...offenders('libs/workflows/src', sources, CLOCK_OR_CHANCE),
    ]).toEqual([]);
  });

  it('a clock read in the domain would be refused', () => {
    expect('const today = new Date();').toMatch(CLOCK_OR_CHANCE);
  });
});

describe('No package runs a script at install unseen', () => {
  it('every package with an install script is allowed or refused by name', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { hasInstallScript?: true }>;
    };
    const { allowScripts } = JSON.parse(read('package.json')) as { allowScripts: Record<string, boolean> };
    const named = Object.entries(packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
    expect(named.filter((name) => !(name in allowScripts))).toEqual([]);
  });
});

function offenders(folder: string, named: RegExp, pattern: RegExp): string[] {
  return filesBelow(join(root, folder))
    .map((file) => relative(root, file))
    .filter((file) => named.test(file) && pattern.test(withoutComments(read(file))));
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
