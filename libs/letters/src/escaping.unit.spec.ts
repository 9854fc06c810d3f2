import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { helpers } from './helpers.ts';
import { renderLetter } from './index.ts';
import { factsWith, fullData } from './letters.fixture.ts';
import { templatesFolder } from './names.ts';
import { compile } from './template.ts';

/** The elements and attribute names of a page, in order: what free text must not change. */
function markup(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => found.push(`<${name} ${Object.keys(attributes).join(' ')}>`),
    onclosetag: (name) => found.push(`</${name}>`),
    oncomment: () => found.push('comment'),
  });
  parser.end(html);
  return found.filter((tag) => !/^<\/?br/.test(tag));
}

const attack = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<scr<script>ipt>',
    '<!-- ',
    '"onmouseover="alert(1)',
    '</title></head><body>',
    '{{constructor}}',
    '{{#with this}}{{/with}}',
    'javascript:alert(1)',
    '\r\nBcc: evil@example.org',
  ),
);

describe('what customers write (A1, A2, A3, A10)', () => {
  const letters = ['general/reply', 'high-consumption/decision', 'high-consumption/acknowledgement', 'escalation'];

  it('is text in a letter and never markup, wherever it stands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...letters), attack, attack, attack, (template, subject, name, body) => {
        const facts = factsWith({ ...fullData, subject, body, waitsFor: body });
        const plain = {
          ...facts,
          case: { ...facts.case, subject: 'x' },
          to: { name: 'x' },
          data: { ...fullData, waitsFor: 'x' },
        };
        const attacked = { ...facts, case: { ...facts.case, subject }, to: { name } };
        const [safe, tried] = [plain, attacked].map((each) => renderLetter({ template, language: 'en', facts: each }));
        const empties = /<a href>|<\/a>/;
        expect(markup(tried?.html ?? '').filter((tag) => !empties.test(tag))).toEqual(
          markup(safe?.html ?? '').filter((tag) => !empties.test(tag)),
        );
        expect(tried?.subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 150 },
    );
  });

  it('reaches the reader as it was written', () => {
    const facts = factsWith({ subject: 's', body: '1 < 2 && "yes"\n<b>bold</b>' });
    expect(renderLetter({ template: 'general/reply', language: 'en', facts }).text).toContain(
      '1 < 2 && "yes"\n<b>bold</b>',
    );
  });

  it('reaches no prototype and calls nothing', () => {
    const print = (source: string) => compile('test.en.hbs', source).body({ data: { x: 'x' }, language: 'en' });
    for (const path of ['data.constructor', 'data.__proto__', 'constructor', 'data.constructor.name']) {
      expect(printed(() => print(`{{${path}}}`))).toBe('');
    }
    expect(() => print('{{lookup data "x"}}')).toThrow();
    expect(() => print('{{unknown data}}')).toThrow();
  });
});

function printed(print: () => string): string {
  try {
    return print();
  } catch {
    return '';
  }
}

describe('an address in a letter (A5)', () => {
  it.each(['http://a.example/x', 'https://a.example', 'mailto:a@b.example', 'tel:+15595550100'])(
    '%s may be followed',
    (url) => {
      expect(helpers.safeUrl(url)).toBe(url);
    },
  );

  it.each([
    'javascript:alert(1)',
    'JaVaScript:alert(1)',
    'data:text/html,x',
    ' javascript:x',
    'java\nscript:x',
    'http://x y',
    '/x',
    '',
    null,
    5,
  ])('%p may not', (url) => expect(helpers.safeUrl(url)).toBe(''));
});

describe('every template file', () => {
  const files = readdirSync(templatesFolder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.hbs'),
  );

  it.each(files)('%s prints nothing unescaped and quotes each attribute', (file) => {
    const source = readFileSync(path.join(templatesFolder, file), 'utf8');
    expect(source).not.toMatch(/\{\{\{|\{\{~?&/);
    expect(source).not.toMatch(/=\s*\{\{|='/);
    for (const [, target] of source.matchAll(/href="([^"]*)"/g)) {
      expect(target).toMatch(/^(\{\{safeUrl [^}]+\}\}|mailto:\{\{district\.email\}\})$/);
    }
  });

  it('with three braces is refused', () => {
    expect(() => compile('test.en.hbs', '<p>{{{data.x}}}</p>')).toThrow('unescaped');
    expect(() => compile('test.en.hbs', '<p>{{&data.x}}</p>')).toThrow('unescaped');
  });
});
