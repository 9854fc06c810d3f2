import { appointmentWindows, debtBars, gateRules, standardLines, stoppedLines } from '@headgate/domain/installations';
import { describe, expect, it } from '@jest/globals';
import { isTranslated, sentence } from './sentences.ts';

const work = {
  laborHours: '1',
  equipmentHours: '1',
  pavingSquareFeet: '1',
  trafficControlDays: '1',
  encroachmentPermit: true,
  designHours: '1',
  otherCosts: '1',
};
const on = '2027-04-01';
const owed = { applicantOwes: '84.10', parcelOwes: '1.00' };

/** Every line of a cost, and every reason that an applicant may be given. */
const said = [
  ...standardLines({ ...work, size: '3/4', backflowDevice: true }, on).map(({ item }) => item),
  ...stoppedLines({ ...work, materials: '1' }, on).map(({ item }) => item),
  ...debtBars({ ...owed, service: 'agricultural', parcelDebtBinds: 'lien' }).map(({ text }) => text),
  ...debtBars({ ...owed, service: 'agricultural', parcelDebtBinds: 'adopted-rule' }).map(({ text }) => text),
  gateRules['identity-check'].title,
  gateRules['owners-consent'].title,
  'The land lies outside the district and is not annexed',
  'Water is not available',
  'The permit was refused: no room in the road',
];

describe('what an applicant for service is told', () => {
  it.each([...new Set(said)])('"%s" is known in Spanish', (text) => {
    expect(isTranslated(text, 'es')).toBe(true);
    expect(sentence(text, 'es')).not.toBe(text);
  });

  it('keeps its amounts', () => {
    expect(sentence('The applicant owes $84.10', 'es')).toBe('El solicitante debe $84.10');
    expect(appointmentWindows.map((window) => sentence(window, 'es'))).toEqual(['08:00-12:00', '13:00-17:00']);
  });
});
