import { describe, expect, it } from '@jest/globals';
import { LetterFault, languagesOf, renderLetter, templateNames } from './index.ts';
import { dataFor, factsWith, fullData } from './letters.fixture.ts';

const write = (template: string, language: string, data: Record<string, unknown> = {}) =>
  renderLetter({ template, language, facts: factsWith(data) });

const everyLetter = templateNames().flatMap(({ name, languages }) =>
  languages.map((language) => [name, language] as const),
);

describe('every letter that there is', () => {
  it.each(everyLetter)('%s is written in %s, with a subject, in elements that paper knows', (name, language) => {
    const letter = write(name, language, dataFor(name));
    expect(letter.language).toBe(language);
    expect(letter.subject).toContain('HG-2027-000123');
    expect(letter.text.length).toBeGreaterThan(100);
    expect(`${letter.subject}${letter.html}`).not.toMatch(/undefined|\[object|\{\{|NaN/);
  });

  it('is in English and Spanish when it goes to customers', () => {
    const onlyEnglish = templateNames().filter(({ languages }) => !languages.includes('es'));
    expect(onlyEnglish.map(({ name }) => name)).toEqual([
      'delinquency/shut-off-certificate',
      'delinquency/wrongful-shut-off',
      'escalation',
    ]);
  });
});

describe('the decision about a high bill', () => {
  const headings = [
    ['usual-use', 'The use is usual', 'El consumo es el habitual'],
    ['misread', 'The meter was misread', 'El medidor se leyó mal'],
    ['leak-adjusted', 'your bill is adjusted', 'su factura queda ajustada'],
    ['leak-not-adjusted', 'the bill cannot be adjusted', 'la factura no se puede ajustar'],
    ['meter-fast', 'registers too much', 'registra de más'],
    ['meter-slow', 'registers too little', 'registra de menos'],
    ['unexplained-adjusted', 'your bill is adjusted once', 'su factura se ajusta una vez'],
    ['unexplained', 'the bill stands', 'la factura se mantiene'],
  ] as const;

  it.each(headings)('says for %s what was found, and how to disagree', (outcome, english, spanish) => {
    expect(write('high-consumption/decision', 'en', { outcome }).text).toContain(english);
    expect(write('high-consumption/decision', 'en', { outcome }).text).toContain('If you disagree');
    expect(write('high-consumption/decision', 'es', { outcome }).text).toContain(spanish);
    expect(write('high-consumption/decision', 'es', { outcome }).text).toContain('Si no está de acuerdo');
  });

  it('names a credit as a credit and a charge as a charge', () => {
    const credit = write('high-consumption/decision', 'en', { outcome: 'misread', amount: '-1204.50' }).text;
    const charge = write('high-consumption/decision', 'en', {
      outcome: 'meter-slow',
      amount: '88.10',
      correctionMonths: 6,
    }).text;
    expect(credit).toContain('Credit to your account: $1,204.50');
    expect(charge).toContain('Charge to your account: $88.10');
    expect(charge).toContain('payment arrangement');
  });

  it('speaks of no amount where there is none', () => {
    expect(write('high-consumption/decision', 'en', { outcome: 'unexplained', amount: '0.00' }).text).not.toContain(
      'your account:',
    );
  });

  it('names the conditions that were not met, in the language of the letter', () => {
    const unmet = ['the leak was repaired on 2027-03-20, after 2027-03-16'];
    const data = { outcome: 'leak-not-adjusted', unmet };
    expect(write('high-consumption/decision', 'en', data).text).toContain(
      '- the leak was repaired on March 20, 2027, after March 16, 2027',
    );
    expect(write('high-consumption/decision', 'es', data).text).toContain(
      '- la fuga se reparó el 20 de marzo de 2027, después del 16 de marzo',
    );
  });

  it('says that an approval was refused rather than what was proposed', () => {
    const { text } = write('high-consumption/decision', 'en', { outcome: 'leak-not-adjusted', refused: true });
    expect(text).toContain('It was not approved');
    expect(text).not.toContain('There was a leak');
  });
});

describe('an escalation', () => {
  it('tells of several levels in one mail, when each was due, and leads to the case', () => {
    const levels = [
      { metric: 'resolve', level: 'due', dueAt: '2027-03-10T18:00:00.000Z' },
      { metric: 'hand-off', level: 'at-risk', dueAt: '2027-07-10T18:00:00.000Z' },
    ];
    const { subject, text, html } = write('escalation', 'es', { levels, waitsFor: 'reread (operations)' });
    expect(subject).toBe('[HG-2027-000123] resolve: due, hand-off: at-risk');
    expect(text).toContain('due March 10, 2027 at 10:00 AM');
    expect(text).toContain('due July 10, 2027 at 11:00 AM');
    expect(text).toContain('It waits for: reread (operations).');
    expect(html).toContain('href="http://127.0.0.1:3000/cases/HG-2027-000123"');
  });
});

describe('a letter that cannot be written as asked', () => {
  it('is in English where the language is missing, and says so', () => {
    expect(write('high-consumption/acknowledgement', 'vi').language).toBe('en');
    expect(write('high-consumption/acknowledgement', '../x').language).toBe('en');
  });

  it.each([
    'high-consumption/none',
    '../package',
    'layout/letter',
    'layout/page',
    '/etc/passwd',
    'a/b/c',
    'delinquency/_ways',
    '',
  ])('"%s" is no letter', (template) => expect(() => write(template, 'en')).toThrow(LetterFault));

  it('is not written with a gap when a fact is missing', () => {
    expect(() => write('delinquency/written-notice', 'en', { payBy: '2027-05-01' })).toThrow(LetterFault);
    expect(() => write('delinquency/written-notice', 'en', { amount: '12.00' })).toThrow(LetterFault);
    expect(() => write('general/reply', 'en', { subject: 'x' })).toThrow(LetterFault);
  });

  it('is not written with a figure that is none', () => {
    for (const amount of ['1e309', 'NaN', '', '12,5']) {
      expect(() => write('delinquency/lien-notice', 'en', { amount })).toThrow(LetterFault);
    }
  });
});

describe('notices that the law wants in every language (rules B3, F8)', () => {
  it('stand in all six languages in one letter, the reader’s first', () => {
    const { html, subject } = write('delinquency/written-notice', 'vi', fullData);
    const sections = [...html.matchAll(/<section lang="(..)">/g)].map(([, language]) => language);
    expect(sections).toEqual(['vi', 'en', 'es', 'zh', 'tl', 'ko']);
    expect(subject).toContain('quá hạn');
  });

  it('mark each translation for the district to review', () => {
    const notice = templateNames().find(({ name }) => name === 'delinquency/ten-day-notice');
    expect(notice?.toReview).toEqual(['es', 'ko', 'tl', 'vi', 'zh']);
  });

  it('can be asked which languages they lack', () => {
    expect(languagesOf('delinquency/final-notice')).toEqual(['en', 'es', 'zh', 'tl', 'vi', 'ko']);
    expect(languagesOf('delinquency/arrangement')).toEqual(['en', 'es']);
    expect(languagesOf('../x')).toEqual([]);
  });
});
