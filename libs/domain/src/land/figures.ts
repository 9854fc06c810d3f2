import { setting } from '../settings/index.ts';

/** The Reclamation Reform Act was signed on 1982-10-12; figures that it set hold from then. */
const act = '1982-10-12';
/** The rules that count today's form thresholds took effect with the revision of 43 CFR 426 in 1997. */
const rules1997 = '1997-01-01';

const acres = (
  name: string,
  value: string,
  version: { rule: string; source: string; confirmed: boolean; from?: string },
) => setting(`rra.${name}`, { value, unit: 'acres', from: act, ...version });

export const ownershipEntitlements = {
  qualified: acres('ownershipEntitlement.qualified', '960', { rule: 'A3', source: '43 CFR 426.5', confirmed: true }),
  limited: acres('ownershipEntitlement.limited', '640', { rule: 'A3', source: '43 CFR 426.5', confirmed: true }),
  priorLawIndividual: acres('ownershipEntitlement.priorLawIndividual', '160', {
    rule: 'A3',
    source: '43 CFR 426.5',
    confirmed: true,
  }),
  priorLawMarriedCouple: acres('ownershipEntitlement.priorLawMarriedCouple', '320', {
    rule: 'A3',
    source: '43 CFR 426.5',
    confirmed: true,
  }),
  priorLawEntity: acres('ownershipEntitlement.priorLawEntity', '160', {
    rule: 'A3',
    source: '43 CFR 426.5, general rule for entities',
    confirmed: false,
  }),
} as const;

export const nonFullCostEntitlements = {
  qualified: acres('nonFullCostEntitlement.qualified', '960', {
    rule: 'A4',
    source: '43 CFR 426.6',
    confirmed: false,
  }),
  limitedWaterBy1981: acres('nonFullCostEntitlement.limitedWaterBy1981', '320', {
    rule: 'A4',
    source: '43 CFR 426.6; water received on or before 1981-10-01',
    confirmed: false,
  }),
  limitedLater: acres('nonFullCostEntitlement.limitedLater', '0', {
    rule: 'A4',
    source: 'RRA section 205(a)(3)',
    confirmed: false,
  }),
} as const;

const threshold = (name: string, value: string, rule: string, source: string, confirmed: boolean) =>
  acres(`formThreshold.${name}`, value, { rule, source, confirmed, from: rules1997 });

/** Westwide nonexempt acres, owned and leased, direct and indirect, from which a form is due. */
export const formThresholds = {
  qualifiedCategory1: threshold('qualifiedCategory1', '240', 'A18', '43 CFR 426.18(j)', true),
  qualifiedCategory2: threshold('qualifiedCategory2', '80', 'A18', '43 CFR 426.18(j)', true),
  limited: threshold('limited', '40', 'A18', 'OMB 1006-0023 supporting statement', true),
  priorLaw: threshold('priorLaw', '40', 'A18', '43 CFR 426.18(j), read only in older print', false),
  publicEntity: threshold('publicEntity', '40', 'F15', 'office practice', false),
  farmOperator: threshold('farmOperator', '960', 'A26', '43 CFR 428.4', true),
} as const;

export type ThresholdComparator = 'atLeast' | 'moreThan';

/** Whether a form is due at exact equality with the threshold. */
export const thresholdComparator = setting<ThresholdComparator>('rra.thresholdComparator', {
  value: 'atLeast',
  from: rules1997,
  rule: 'F15',
  source: 'the sources differ between "at least" and "more than"; the stricter reading is applied',
  confirmed: false,
});

export const shortFormAcres = acres('shortFormAcres', '960', {
  rule: 'F19',
  source: 'instructions of form 7-2180EZ',
  confirmed: true,
  from: rules1997,
});
