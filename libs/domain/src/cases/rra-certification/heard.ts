import { type Draft, type NewEvent, refuse, resolveCase } from '../../case/index.ts';
import type { FormValues } from '../../forms/index.ts';
import type { CivilDate } from '../../time/index.ts';
import { reportChange } from './change-acts.ts';
import { askCorrection } from './correction-acts.ts';
import { dayOf, today } from './days.ts';
import { deliver, setFirstDelivery } from './delivery-acts.ts';
import type { LoggedForm } from './events.ts';
import { designate, payFullCost, takeTurn } from './excess-acts.ts';
import { demandsForm, filingOf } from './filing.ts';
import { logForm } from './form-acts.ts';
import { settleHolds, tell } from './hold-acts.ts';

/** What was heard is not of a day to come. */
const earlierDay = (a: CivilDate, b: CivilDate): CivilDate => [a, b].sort()[0] as CivilDate;

type Heard = (draft: Draft, data: FormValues, on: CivilDate) => void;

/** What the law does at once when something is heard about a landholder's forms. */
export function hear(draft: Draft, { data }: NewEvent<'happened'>): void {
  const { moment } = draft;
  const on = dayOf(data.at, moment.office);
  heard[data.kind]?.(draft, data.data, earlierDay(on, today(moment)));
}

const heard: Readonly<Record<string, Heard>> = {
  'form-received'(draft, data, on) {
    mustBeDemanded(draft);
    logForm(draft, readForm(data, on));
  },
  'land-changed': reportChange,
  'first-delivery': (draft, data) => setFirstDelivery(draft, String(data.on)),
  'water-delivered': deliver,
  'full-cost-paid': (draft, { amount }) => payFullCost(draft, String(amount)),
  'designation-notice'(draft, { notifiedOn }) {
    takeTurn(draft, 'landowner', String(notifiedOn));
  },
  designation(draft, { by, parcels }) {
    designate(draft, by === 'landowner' ? 'landowner' : 'reclamation', parcels);
  },
  'correction-requested': askCorrection,
  exempted(draft, { from, source }, on) {
    const since = String(from ?? on);
    if (since > today(draft.moment)) refuse('not-exempt-yet', `The district is under the Act until ${since}.`, 'A36');
    draft.emit('district-exempted', { from: since, source: String(source), rules: ['A36'] });
    settleHolds(draft);
    tell(draft, 'decision', { outcome: 'not-required' });
    resolveCase(draft, { outcome: 'not-required', note: '', step: null });
  },
  withdrawn(draft, { reason }) {
    draft.emit('filing-withdrawn', { reason: String(reason), rules: ['R'] });
    settleHolds(draft);
    resolveCase(draft, { outcome: 'withdrawn', note: String(reason), step: null });
  },
  'legal-hold': (draft) => draft.emit('legal-hold-set', { active: true, rules: ['A28'] }),
  'legal-hold-ended': (draft) => draft.emit('legal-hold-set', { active: false, rules: ['A28'] }),
};

/** Nothing at all is demanded of whom the Act does not bind (A36), nor of whoever is under the threshold (A18). */
function mustBeDemanded(draft: Draft): void {
  const filing = filingOf(draft.state);
  if (demandsForm(filing)) return;
  const exempt = filing.exempt || filing.duty?.because === 'exempt';
  refuse('no-form-due', 'No form is due of this landholder.', exempt ? 'A36' : 'A18');
}

function readForm(data: FormValues, on: CivilDate): LoggedForm {
  const receivedOn = String(data.receivedOn ?? on);
  const {
    signatures,
    supplements = [],
    blankItems = [],
    fullCost = [],
    excess = [],
  } = data as unknown as Partial<LoggedForm>;
  return {
    form: data.form as LoggedForm['form'],
    edition: Number(data.edition),
    receivedOn,
    signatures: (signatures ?? []).map(({ signer, manner, on: signedOn }) => ({
      signer,
      manner: manner ?? 'wet',
      on: signedOn ?? receivedOn,
    })),
    supplements,
    blankItems,
    fullCost,
    excess,
  };
}
