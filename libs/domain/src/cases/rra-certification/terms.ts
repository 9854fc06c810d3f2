import { type CaseState, type Draft, isActive, type Office, type Term } from '../../case/index.ts';
import { addDays, type CivilDate, dayNumber, instantOf } from '../../time/index.ts';
import { endChangeClock } from './change-acts.ts';
import { correctionLapses, correctionOverdue } from './correction-acts.ts';
import { calendarOf, midnightOf } from './days.ts';
import { takeTurn, turnOn } from './excess-acts.ts';
import { type Filing, filingOf, isUndesignated } from './filing.ts';
import { detailsOf } from './intake.ts';

/** What time alone brings about: clocks of corrections, of changes and of designation that run out. */
export function filingTerms(state: CaseState, office: Office): readonly Term[] {
  if (!isActive(state)) return [];
  const filing = filingOf(state);
  return [
    ...returnedForm(filing, office),
    ...openChanges(filing, office),
    ...correction(filing, office),
    ...turns(state, filing, office),
  ];
}

/** A returned form is awaited to the close of its last day (F16). */
function returnedForm({ returned }: Filing, office: Office): Term[] {
  if (!returned || returned.lapsed) return [];
  const closing = calendarOf(office).closingOf(dayNumber(returned.returnBy));
  const at = closing === null ? midnightOf(addDays(returned.returnBy, 1), office) : instantOf(closing);
  return [{ at, comes: correctionLapses }];
}

function openChanges({ changes }: Filing, office: Office): Term[] {
  const running = changes.filter(({ ended }) => !ended);
  return running.map(({ holdFrom }) => ({ at: midnightOf(holdFrom, office), comes: endChangeClock }));
}

function correction({ correction: asked }: Filing, office: Office): Term[] {
  if (!asked || asked.overdue) return [];
  return [{ at: midnightOf(addDays(asked.dueOn, 1), office), comes: correctionOverdue }];
}

/** After the landowner's days come the district's where all land lies here, then Reclamation's (A7). */
function turns(state: CaseState, filing: Filing, office: Office): Term[] {
  const { notifiedOn, turn } = filing;
  if (!notifiedOn || !isUndesignated(filing) || turn === 'reclamation' || turn === null) return [];
  const details = detailsOf(state);
  const now = turnOn(filing, details, turn === 'landowner' ? notifiedOn : districtBegins(filing, details));
  if (!('through' in now)) return [];
  const next = addDays(now.through, 1);
  const then = turnOn(filing, details, next);
  const by = then.by === 'district' ? 'district' : 'reclamation';
  return [{ at: midnightOf(next, office), comes: (draft: Draft) => takeTurn(draft, by, notifiedOn) }];
}

function districtBegins(filing: Filing, details: ReturnType<typeof detailsOf>): CivilDate {
  const notifiedOn = filing.notifiedOn as CivilDate;
  const landowner = turnOn(filing, details, notifiedOn);
  return 'through' in landowner ? addDays(landowner.through, 1) : notifiedOn;
}
