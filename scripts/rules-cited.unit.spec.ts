import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The sections on collection, shut-off and groundwater charges, as docs/domain-rules.md numbers them. */
const sections = [numbered('B', 1, 28), numbered('C', 6, 13), numbered('F', 1, 14)].flat();

/** Rules that decide nothing at this office's desk, and why. */
const decideNothing: Readonly<Record<string, string>> = {
  B1: 'which systems the Act covers: this district is one',
  B14: 'which agencies the Government Code covers: this district is one',
  B24: 'application date and deposit: not adopted by this board',
  B25: 'water storage districts alone',
  B26: 'county waterworks districts alone',
};

const applied = sections.filter((rule) => !(rule in decideNothing));

describe('every rule that this office applies', () => {
  it('stands in the rule book', () => {
    const book = readFileSync(join(root, 'docs/domain-rules.md'), 'utf8');
    expect(sections.filter((rule) => !new RegExp(`^${rule}\\. `, 'm').test(book))).toEqual([]);
  });

  it('is cited where it is applied', () => {
    expect(uncited(applied, textsOf(/^(?!.*\.spec\.ts$).*\.ts$/))).toEqual([]);
  });

  it('is cited by a test', () => {
    expect(uncited(applied, textsOf(/\.spec\.ts$/))).toEqual([]);
  });

  it('would be missed when no test cited it', () => {
    expect(uncited(['B4', 'B99'], ['sixty days (B4)', 'B990 and XB99'])).toEqual(['B99']);
  });
});

function numbered(section: string, first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, n) => `${section}${first + n}`);
}

/** The rules that no text names. */
function uncited(rules: readonly string[], texts: readonly string[]): string[] {
  return rules.filter((rule) => !texts.some((text) => new RegExp(`\\b${rule}\\b`).test(text)));
}

function textsOf(named: RegExp): string[] {
  return ['libs', 'apps'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => named.test(file) && !file.includes('node_modules') && !file.includes('dist/'))
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  );
}
