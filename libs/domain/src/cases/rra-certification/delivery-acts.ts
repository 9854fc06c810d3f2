import type { Draft } from '../../case/index.ts';
import type { FormValues } from '../../forms/index.ts';
import type { CivilDate } from '../../time/index.ts';
import { assess } from './assess.ts';
import { today } from './days.ts';
import { demandsForm, filingOf } from './filing.ts';
import { detailsOf } from './intake.ts';

/** The first delivery is planned for a day, or was made on it: then before the form, if none was accepted (A20, A31). */
export function setFirstDelivery(draft: Draft, on: CivilDate): void {
  draft.emit('first-delivery-set', { on, rules: ['A20', 'F18'] });
  if (on <= today(draft.moment)) deliver(draft, { on });
}

/**
 * Water ran to a parcel within the form year; before it the last year's form counts (A23). Where it was held the district must expect an assessment (A31); excess land is charged the
 * compensation rate (A8).
 */
export function deliver(draft: Draft, { on, parcel, acreFeet }: FormValues): void {
  const filing = filingOf(draft.state);
  const { landholder, parcels, formYear } = detailsOf(draft.state);
  if (!demandsForm(filing) || String(on) < `${formYear}-01-01`) return;
  const reached = parcel ? [String(parcel)] : parcels;
  const rules = [...new Set(reached.flatMap((each) => filing.held.get(each) ?? []))];
  const toExcess = rules.includes('A5') || rules.includes('A26');
  draft.emit('water-delivered', {
    on: String(on),
    parcels: reached,
    ...(acreFeet ? { acreFeet: String(acreFeet) } : {}),
    rules: [...(rules.length > 0 ? ['A31'] : ['A20']), ...(parcel && toExcess ? ['A8'] : [])],
  });
  const deliveredOn = String(on);
  if (rules.includes('A20') || rules.includes('A21'))
    assess(draft, { kind: 'delivery-before-form', landholder, deliveredOn });
  if (parcel && toExcess) assess(draft, { kind: 'delivery-to-excess', landholder, deliveredOn });
}
