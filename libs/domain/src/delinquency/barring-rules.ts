import { extensionHasEnded } from './common-rules.ts';
import { barsIf, holds, type ShutOffRule } from './rule.ts';

export const noAppealIsPending: ShutOffRule = {
  rule: 'B9',
  name: 'no-appeal-is-pending',
  says: 'No water is shut off while an appeal is pending.',
  find: ({ appealPending }) => barsIf(appealPending, 'an appeal is pending', 'no appeal is pending'),
};

export const noDisputeIsPending: ShutOffRule = {
  rule: 'B16',
  name: 'no-dispute-is-pending',
  says: 'No water is shut off while the investigation of a dispute is pending.',
  find: ({ disputePending }) => barsIf(disputePending, 'a dispute is being investigated', 'no dispute is pending'),
};

export const noExtensionRuns: ShutOffRule = {
  rule: 'B16',
  name: 'no-extension-runs',
  says: 'No water is shut off while an extension runs.',
  find: extensionHasEnded,
};

export const noMedicalBar: ShutOffRule = {
  rule: 'B10',
  name: 'no-medical-bar',
  says: 'No water is shut off where all three conditions of the medical bar are met.',
  find: ({ medical }) => {
    if (!medical) return holds('no medical certificate was brought');
    const given = [medical.certificate, medical.unableToPay, medical.willingToArrange];
    const [certificate, unable, willing] = given.map((each) => (each ? 'yes' : 'no'));
    const text = `certificate: ${certificate}, unable to pay: ${unable}, willing to arrange: ${willing}`;
    return barsIf(given.every(Boolean), text, text);
  },
};

export const everyLanguageWasUsed: ShutOffRule = {
  rule: 'F8',
  name: 'every-language-was-used',
  says: 'A notice is given only when each required language is in it.',
  find: ({ languagesComplete }) =>
    barsIf(
      languagesComplete === false,
      'a required language is missing from the notices',
      'every required language is in the notices',
    ),
};
