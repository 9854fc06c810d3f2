import type { Landholder } from './land-register.ts';
import type { DistrictStanding, Filer } from './who-must-file.ts';

/** Why a landholder must file this year or need not, and why exactly this form; each sentence with its rule. */
export function filingReasons(
  { holder }: Pick<Landholder, 'holder'>,
  { westwideAcres, districtCount, duty }: Filer,
  { applicability, category }: DistrictStanding,
): readonly string[] {
  if (duty.threshold === null) return ['The district is exempt from acreage limitation: no form is due (A36).'];
  const against = duty.comparator === 'atLeast' ? `is ${duty.threshold}` : `is more than ${duty.threshold}`;
  const provisions = applicability === 'prior-law' ? 'under prior law' : `of category ${category}`;
  const measured = holder === 'farm-operator' ? 'acres serviced westwide' : 'nonexempt acres westwide';
  const rule = holder === 'farm-operator' ? 'A26' : holder === 'public-entity' ? 'F15' : 'A18';
  const acres = `${westwideAcres} ${measured}; the threshold in this district ${provisions} ${against} (${rule}).`;
  return duty.mustFile ? [acres, formReason(duty.forms[0], districtCount, westwideAcres)] : [acres];
}

function formReason(form: string | undefined, districtCount: number, westwideAcres: string): string {
  if (form === '7-21VERIFY') return 'Nothing has changed since the standard form on file: 7-21VERIFY suffices (A22).';
  if (form?.endsWith('EZ')) return `All land lies in one district, ${westwideAcres} acres: ${form} suffices (F19).`;
  if (form === '7-2180' || form === '7-2190')
    return `Land in ${districtCount} ${districtCount === 1 ? 'district' : 'districts'}, ${westwideAcres} acres: form ${form} (A25, F19).`;
  return `The landholder's kind asks for form ${form} (A25).`;
}
