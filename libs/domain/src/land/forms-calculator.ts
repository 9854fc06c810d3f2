import { z } from 'zod';
import { type Calculation, calculator, type Step } from '../calculators/calculator.ts';
import { acres } from '../calculators/fields.ts';
import { choice, yesNo } from '../forms/index.ts';
import type { CivilDate } from '../time/index.ts';
import { recipientKinds } from './acreage-limitation.ts';
import { applicabilities } from './applicability.ts';
import type { ThresholdComparator } from './figures.ts';
import { formCatalogue, holderKinds } from './form-catalogue.ts';
import {
  comparatorFor,
  effectiveCategory,
  type FilingDuty,
  type FilingQuestion,
  formsRequired,
  mayVerify,
  shortFormSuffices,
  thresholdFor,
} from './forms-required.ts';

const input = z.strictObject({
  landholder: z.strictObject({
    kind: choice('Recipient under the Act', recipientKinds),
    holder: choice('Landholder is', holderKinds),
  }),
  applicability: choice('The district is under', applicabilities),
  category: z.union([z.literal(1), z.literal(2)]).meta({ title: 'Category of the district' }),
  westwideAcres: acres('Nonexempt acres westwide'),
  districtCount: z.int().min(0).max(1000).meta({ title: 'Districts with land' }),
  changedSinceStandardForm: yesNo('Changed since the last standard form'),
  hasStandardForm: yesNo('A standard form is on file'),
  policy: z
    .strictObject({ thresholdComparator: choice('Due at equality', ['atLeast', 'moreThan']).optional() })
    .optional(),
});

export interface FormsResult {
  readonly mustFile: boolean;
  readonly threshold: string | null;
  readonly forms: readonly string[];
  readonly verificationAllowed: boolean;
}

export const rraFormsCalculator = calculator({
  name: 'rra-forms',
  title: 'RRA forms',
  description: 'Whether a landholder must file this year, and exactly which form.',
  input,
  run({ policy, ...question }, today): Calculation<FormsResult> {
    const duty = formsRequired(question, today, chosenComparator(question, policy?.thresholdComparator, today));
    const { comparator: _, ...result } = duty;
    return { result, steps: stepsOf(question, duty, today) };
  },
});

/** A farm operator's "more than 960" is the law's own words; no policy turns it. */
function chosenComparator(question: FilingQuestion, wanted: ThresholdComparator | undefined, on: CivilDate) {
  const lawful = comparatorFor(question.landholder.holder, on);
  return question.landholder.holder === 'farm-operator' ? lawful : (wanted ?? lawful);
}

function stepsOf(question: FilingQuestion, duty: FilingDuty, today: CivilDate): Step[] {
  const gate = { rule: 'A36', text: 'The district is under the Act’s', value: question.applicability };
  if (duty.threshold === null) return [{ ...gate, text: 'The district is exempt: nobody files' }];
  return [
    gate,
    { rule: 'A2', text: 'The landholder is a recipient', value: question.landholder.kind },
    { rule: 'A19', text: 'Category that counts for thresholds', value: effectiveCategory(question) },
    { rule: thresholdFor(question).versions[0]?.rule ?? 'A18', text: 'Threshold in acres', value: duty.threshold },
    { rule: 'F15', text: 'A form is due when the acres are, against the threshold,', value: duty.comparator },
    { rule: 'A18', text: `Nonexempt acres westwide ${question.westwideAcres}: must file`, value: duty.mustFile },
    { rule: 'A22', text: 'Unchanged since a standard form and no farm operator', value: mayVerify(question) },
    ...shortFormStep(question, today),
    { rule: 'A25', text: formText(duty), value: duty.forms.join(', ') },
  ];
}

function shortFormStep(question: FilingQuestion, today: CivilDate): Step[] {
  if (question.landholder.holder !== 'individual') return [];
  const text = `Individual with all land in one district (${question.districtCount}) and not more than 960 acres`;
  return [{ rule: 'F19', text, value: shortFormSuffices(question, today) }];
}

function formText(duty: FilingDuty): string {
  const [form] = duty.forms;
  return form ? `Form to file: ${formCatalogue[form].title}` : 'Below the threshold: no form';
}
