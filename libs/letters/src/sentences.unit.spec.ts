import { leakAdjustment, unexplainedAdjustment } from '@headgate/domain/billing';
import { describe, expect, it } from '@jest/globals';
import { isTranslated, sentence } from './sentences.ts';

const leak = {
  billedUse: '50',
  usualUse: '20',
  unitRate: '4',
  proofOfRepair: true,
  requestedOn: '2027-04-10',
} as const;
const nobodyKnows = { billedUse: '50', usualUse: '20', unitRate: '4', on: '2027-04-10' } as const;

/** Every reason that the domain can give a customer about a high bill. */
const reasons = [
  ...leakAdjustment({
    ...leak,
    billedUse: '20',
    proofOfRepair: false,
    noticedOn: '2027-03-01',
    lastAdjustmentOn: '2027-01-01',
  }).unmet,
  ...leakAdjustment({ ...leak, noticedOn: '2027-03-01', repairedOn: '2027-04-01' }).unmet,
  ...unexplainedAdjustment({ ...nobodyKnows, billedUse: '20', lastUnexplainedOn: '2027-01-01' }).unmet,
].map(({ text }) => text);

describe('the reasons of the rules', () => {
  it('are all asked for here', () => expect(reasons).toHaveLength(7));

  it.each(reasons)('"%s" is known in Spanish, with its dates written out', (text) => {
    expect(isTranslated(text, 'es')).toBe(true);
    expect(sentence(text, 'es')).not.toBe(text);
    expect(sentence(text, 'es')).not.toMatch(/\d{4}-\d{2}-\d{2}|\$\d/);
    expect(sentence(text, 'en')).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });

  it('recorded by number only are told in words', () => {
    expect(sentence('D5', 'en')).toContain('proof of the repair');
    expect(sentence('D5', 'es')).toContain('prueba de la reparación');
  });
});
