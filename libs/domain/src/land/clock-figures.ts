import { setting } from '../settings/index.ts';

const rules1997 = '1997-01-01';

const days = (name: string, value: number, rule: string, source: string, confirmed: boolean, unit = 'calendar days') =>
  setting(`rra.${name}`, { value, unit, from: rules1997, rule, source, confirmed });

export const changeNoticeDays = days('changeNoticeDays', 30, 'A21', '43 CFR 426.18(k)', true);
export const changeFormsDays = days('changeFormsDays', 60, 'A21', '43 CFR 426.18(k)', true);

/** A form that the district returns as incomplete; the hold stays meanwhile. */
export const incompleteFormDays = days('incompleteFormDays', 10, 'F16', 'office practice', false, 'business days');
/** A correction that Reclamation requests; from the day after, the district is assessed. */
export const correctionDays = days('correctionDays', 60, 'A31', '43 CFR 426.20', false);
export const correctionTargetDays = days('correctionTargetDays', 45, 'E6', 'office practice', false);

export const designationLandownerDays = days('designationLandownerDays', 30, 'A7', '43 CFR 426.12', true);
export const designationDistrictDays = days('designationDistrictDays', 30, 'A7', '43 CFR 426.12', true);
export const designationManyDistrictsDays = days('designationManyDistrictsDays', 60, 'A7', '43 CFR 426.12', true);

export const summaryAfterDeliveryDays = days(
  'summaryAfterDeliveryDays',
  30,
  'A29',
  'instructions of form 7-21SUMM-C, 2010',
  true,
);
export const completenessCheckDays = days('completenessCheckDays', 5, 'E6', 'office practice', false, 'business days');

/** How long a superseded form is kept. */
export const retentionYears = days('retentionYears', 6, 'A28', 'text of 43 CFR 426.19 not found', false, 'years');
/** How long involuntarily acquired land may take water though it is excess. */
export const involuntaryYears = days('involuntaryYears', 5, 'A16', '43 CFR 426.14', false, 'years');

export const appealDays = days('appealDays', 30, 'A34', '43 CFR 426.24', false);
export const appealBriefDays = days('appealBriefDays', 60, 'A34', '43 CFR 426.24', false);
export const hearingsAppealDays = days('hearingsAppealDays', 30, 'A34', '43 CFR 426.24', false);

export const leaseYears = days('leaseYears', 10, 'A12', '43 CFR 426; district practice', true, 'years');
export const perennialLeaseYears = days('perennialLeaseYears', 25, 'A12', '43 CFR 426', false, 'years');

export interface CampaignCalendar {
  /** Month and day of the year before the form year. */
  readonly formsPosted: string;
  readonly mailedBy: string;
  readonly remind: string;
  readonly remindDaysBeforeDelivery: readonly number[];
}

export const campaignCalendar = setting<CampaignCalendar>('rra.campaignCalendar', {
  value: { formsPosted: '11-01', mailedBy: '11-15', remind: '12-15', remindDaysBeforeDelivery: [30, 10] },
  unit: 'month and day of the year before; days',
  from: rules1997,
  rule: 'F18',
  source: 'office practice; Reclamation posts next year’s forms on 1 November',
  confirmed: false,
});

export const contractWaterYearBegins = setting('rra.contractWaterYearBegins', {
  value: '03-01',
  unit: 'month and day',
  from: rules1997,
  rule: 'A23',
  source: 'the district’s water service contract',
  confirmed: true,
});
