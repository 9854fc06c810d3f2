import { complianceCertificate, orderVerdict, type RecordedFacts } from '@headgate/domain/delinquency';
import { describe, expect, it } from '@jest/globals';
import { letterPdf, renderLetter } from './index.ts';
import { factsWith } from './letters.fixture.ts';

const at = '2027-05-26T10:00:00-07:00';
const home: RecordedFacts = {
  service: 'residential',
  dwelling: 'yes',
  billMailedOn: '2027-02-01',
  dueOn: '2027-03-01',
  balance: '120.50',
  contacts: [{ kind: 'phone', at: '2027-04-26T10:00:00-07:00' }],
  noticeMailedAt: '2027-04-26T10:00:00-07:00',
  finalContacts: [{ kind: 'adult', at: '2027-05-24T10:00:00-07:00' }],
  languagesComplete: true,
  paymentsThrough: '2027-05-26T08:30:00-07:00',
};
const approvedBy = ['Carmen Ruiz', 'Dana Whitfield'];
const certificate = complianceCertificate(orderVerdict('issue', home, { approvedBy }, at), approvedBy, at);
const letter = renderLetter({
  template: 'delinquency/shut-off-certificate',
  language: 'en',
  facts: factsWith({ ...certificate }, { channel: 'letter' }),
});

describe('the certificate of compliance of a shut-off order', () => {
  it.each([
    ...['B2', 'B4', 'B5', 'B9', 'B10', 'B11', 'B13', 'B16', 'B18', 'B19', 'B20'],
    ...['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F11'],
  ])('names rule %s', (rule) => {
    expect(letter.text).toMatch(new RegExp(`\\b${rule}\\b`));
  });

  it('says each condition with the fact that meets it, and since when', () => {
    for (const { condition, fact } of certificate.conditions) {
      expect(letter.text).toContain(condition);
      expect(letter.text).toContain(fact);
    }
    expect(letter.text).toContain('Met since May 1, 2027 at 12:00 AM.');
    expect(letter.text).toContain('May 26, 2027 at 10:00 AM');
    expect(letter.text).toContain('Carmen Ruiz and Dana Whitfield');
  });

  it('is a page for the files, addressed to nobody', async () => {
    expect((await letterPdf(letter, null)).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
