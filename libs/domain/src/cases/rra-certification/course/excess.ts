import { addDays } from '../../../time/index.ts';
import { openingOn } from '../days.ts';
import { turnOn } from '../excess-acts.ts';
import { isUndesignated } from '../filing.ts';
import { type Look, type Step, settled } from './course.ts';

/** The owner has had the chance to designate on the form, and has not (A7). */
const wasMissed = ({ filing }: Look): boolean => filing.returned?.findings.some(({ rule }) => rule === 'A7') ?? false;

/** Whose turn it is does its part: the contract's procedure, the report to Reclamation, the district (A7). */
const designate: Step = (look) => {
  const { filing, details, today } = look;
  if (!isUndesignated(filing)) return null;
  const turn = turnOn(filing, details, today);
  switch (turn.by) {
    case 'contract-procedure':
      return wasMissed(look) ? { move: 'designate-by-contract', facts: factsOf(look) } : null;
    case 'reclamation-to-notify':
      return wasMissed(look) && !filing.excessReported ? { move: 'report', facts: factsOf(look) } : null;
    case 'district':
      return { move: 'designate', facts: factsOf(look) };
    case 'landowner':
      return { move: 'wait', at: openingOn(addDays(turn.through, 1), look.moment.office) };
    case 'reclamation':
      return null;
    default:
      return turn satisfies never;
  }
};

function factsOf({ filing, details }: Look) {
  const candidates = (details.holdings ?? [])
    .filter(({ tenure, parcel }) => tenure === 'owned' && details.parcels.includes(parcel))
    .map(({ parcel, acres }) => ({ parcel, acres }));
  return { excessAcres: filing.land?.ineligibleAcres ?? '0', candidates };
}

export const excessSteps: readonly Step[] = [settled, designate];
