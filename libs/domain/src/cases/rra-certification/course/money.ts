import { selectedAcres, selectedHere } from '../holds.ts';
import { type Step, settled } from './course.ts';

/** Water that ineligible land took is charged first (A8). */
const compensate: Step = ({ filing }) => {
  const [taken] = filing.uncharged;
  return taken ? { move: 'compensate', facts: { ...taken } } : null;
};

/** An accepted selection is invoiced; it is paid before delivery (A6, F18). */
const invoice: Step = ({ filing, details }) => {
  const selected = selectedHere(filing, details);
  if (!filing.accepted || filing.invoiced !== null || selected.length === 0) return null;
  const parcels = selected.map(({ parcel }) => parcel);
  return { move: 'invoice', facts: { parcels, acres: selectedAcres(filing, details) } };
};

export const moneySteps: readonly Step[] = [compensate, settled, invoice];
