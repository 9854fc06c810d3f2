import { completenessFindings, type FormReceived } from '@headgate/domain/land';
import { describe, expect, it } from '@jest/globals';
import { renderLetter } from './index.ts';
import { factsWith } from './letters.fixture.ts';
import { isTranslated, sentence } from './sentences.ts';

const received: FormReceived = {
  form: '7-2181',
  edition: 2026,
  signatures: [
    { signer: 'Ana Ruiz', manner: 'copied', on: '2027-01-10' },
    { signer: 'Sam Okafor', manner: 'wet', on: '2026-01-10' },
  ],
  supplements: [],
  blankItems: ['12'],
};
const expected = {
  formYear: 2027,
  acceptable: ['7-2180EZ', '7-2180'],
  signatories: { signers: ['Ana Ruiz', 'Sam Okafor'], spouse: 'your spouse' },
  hasExcess: true,
  hasFullCost: true,
  hasInvoluntaryExcess: true,
} as const;
const nobody = { ...expected, signatories: { signers: [] } };

const findings = [...completenessFindings(received, expected), ...completenessFindings(received, nobody)];
const texts = [...new Set(findings.map(({ text }) => text))];

describe('what is missing on a form', () => {
  it('is everything that a form can lack', () => expect(texts).toHaveLength(10));

  it.each(texts)('"%s" is told in Spanish', (text) => {
    expect(isTranslated(text, 'es')).toBe(true);
    expect(sentence(text, 'es')).not.toBe(text);
    expect(sentence(text, 'es')).not.toMatch(/\$\d/);
  });

  it('stands in the letter in its language', () => {
    const facts = factsWith({ form: '7-2180', returnBy: '2027-01-27', missing: ['your spouse has not signed'] });
    const { text } = renderLetter({ template: 'rra-certification/incomplete', language: 'es', facts });
    expect(text).toContain('su cónyuge no ha firmado');
  });
});
