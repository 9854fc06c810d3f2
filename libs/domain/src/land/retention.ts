import { addDays, addMonths, type CivilDate, laterDay } from '../time/index.ts';
import { retentionYears } from './clock-figures.ts';
import { type FormNumber, formCatalogue } from './form-catalogue.ts';

export interface KeptForm {
  readonly receivedOn: CivilDate;
  /** When a newer standard form took its place; null while it is the last one. */
  readonly supersededOn: CivilDate | null;
  /** The last verification that leans on it, if any. */
  readonly lastVerifiedOn: CivilDate | null;
  readonly legalHold: boolean;
  /** Reclamation has asked to keep it up to and including this day. */
  readonly reclamationKeepsThrough: CivilDate | null;
}

/**
 * The first day on which the form may be destroyed, or null while it may not (A28): six years after it was
 * superseded, counted from the last verification that leaned on it when that is later; never under a legal hold.
 */
export function mayBeDestroyedFrom(form: KeptForm): CivilDate | null {
  if (form.legalHold || form.supersededOn === null) return null;
  const from = laterDay(form.supersededOn, form.lastVerifiedOn ?? form.supersededOn);
  const afterRetention = addDays(addMonths(from, 12 * retentionYears.on(from)), 1);
  const { reclamationKeepsThrough } = form;
  return reclamationKeepsThrough === null
    ? afterRetention
    : laterDay(afterRetention, addDays(reclamationKeepsThrough, 1));
}

/** A form that was accepted, as the office keeps its original. */
export interface FiledForm {
  readonly form: FormNumber;
  readonly receivedOn: CivilDate;
  readonly acceptedOn: CivilDate;
  readonly legalHold: boolean;
  readonly reclamationKeepsThrough: CivilDate | null;
}

/**
 * How long each of one landholder's forms is kept (A28). A standard form is superseded by the next standard form, and
 * until then verifications lean on it; what is no standard form goes with the next standard form too.
 */
export function keptForms<F extends FiledForm>(filed: readonly F[]): readonly { form: F; kept: KeptForm }[] {
  const inOrder = filed.toSorted((a, b) => (a.acceptedOn < b.acceptedOn ? -1 : 1));
  return inOrder.map((form, at) => {
    const later = inOrder.slice(at + 1);
    const next = later.findIndex((other) => formCatalogue[other.form].standard);
    const leaning = (next === -1 ? later : later.slice(0, next)).filter((other) => other.form === '7-21VERIFY');
    const verified = formCatalogue[form.form].standard ? leaning.at(-1) : undefined;
    return {
      form,
      kept: {
        receivedOn: form.receivedOn,
        supersededOn: later[next]?.acceptedOn ?? null,
        lastVerifiedOn: verified?.acceptedOn ?? null,
        legalHold: form.legalHold,
        reclamationKeepsThrough: form.reclamationKeepsThrough,
      },
    };
  });
}
