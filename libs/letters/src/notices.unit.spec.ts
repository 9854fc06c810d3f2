import { type NoticeItem, type NoticeKind, noticeContents, requiredLanguages } from '@headgate/domain/delinquency';
import { describe, expect, it } from '@jest/globals';
import { languagesOf, renderLetter } from './index.ts';
import { factsWith, fullData } from './letters.fixture.ts';

/** The words by which a reader of the English notice recognises what the law wants told. */
const words: Readonly<Record<NoticeItem, RegExp>> = {
  nameAndAddress: /Ana Ruiz[\s\S]*12 Canal Rd/,
  amount: /\$104\.20/,
  payBy: /May 1, 2027/,
  howToExtend: /ask for an extension/,
  howToAppeal: /appeal to our review manager/,
  howToArrange: /deferred or reduced payment, an alternative payment schedule, or amortization/,
  imminent: /about to be shut off|will be shut off/,
  policy: /written policy/,
  telephone: /\(559\) 555-0100/,
  becomeCustomer: /become our customer yourself, without paying what the landlord owes/,
  cureConditions: /This cures it/,
  reason: /The reason:/,
  namedPerson: /Who can correct a mistake: Rosa Delgado/,
  hearing: /you may ask for a hearing/,
  howToRestore: /To have it turned on again/,
};

const kinds = Object.keys(noticeContents) as NoticeKind[];
const data = { ...fullData, amount: '104.20', namedPerson: 'Rosa Delgado' };

describe('what a notice of collection must tell', () => {
  it.each(kinds)('%s tells it, each item of its rule', (kind) => {
    const { text } = renderLetter({
      template: `delinquency/${kind}`,
      language: 'en',
      facts: factsWith(data, { channel: 'letter' }),
    });
    for (const item of noticeContents[kind].items) expect(text).toMatch(words[item]);
  });

  it.each(kinds.filter((kind) => !['irrigation-notice', 'landowner-notice'].includes(kind)))(
    '%s, which is residential, lacks no language (rule F8)',
    (kind) => {
      expect(languagesOf(`delinquency/${kind}`)).toEqual(expect.arrayContaining([...requiredLanguages('2027-04-01')]));
    },
  );
});
