import { lienReleaseBy } from '../../../delinquency/index.ts';
import { decimal } from '../../../money/index.ts';
import { addDays, millis } from '../../../time/index.ts';
import { keepingNow, principalOf } from '../facts.ts';
import { countyDeadlineOn } from '../lien-deadline.ts';
import { appealed, stayed } from './bars.ts';
import type { Found, Look, Step } from './course.ts';
import { laterThan, openingOn, wait } from './waiting.ts';

/** A wrongful shut-off: water on again today, then the apology (rule F10). */
const wrongful: Step = ({ c }) => {
  if (!c.wrongful) return null;
  const why = 'the shut-off was wrongful';
  return c.waterOff ? { move: 'reconnect', why, facts: { wrongful: true } } : { move: 'make-good', why };
};

const toldHowToRestore: Step = ({ state, c }) => {
  const written = [...state.messages.values()].filter(
    ({ template }) => template === 'delinquency/shut-off-notice',
  ).length;
  const times = state.own.filter(({ type }) => type === 'shut-off-carried-out').length;
  return c.waterOff && written < times ? { move: 'tell-how-to-restore', why: 'the water is off' } : null;
};

const paidOrArranged: Step = (look) => {
  const { debt, c, facts, moment, today } = look;
  const paid = decimal(principalOf(debt, c)).lte(0);
  if (paid && c.lien.listedOn && !c.lien.released) return releaseOf(look);
  const arrangement = facts.arrangement?.state === 'kept' && keepingNow(c, today, moment.office) !== null;
  return paid || arrangement ? { move: 'reconnect', why: paid ? 'paid' : 'arranged' } : null;
};

/** A lien that was paid is released within the set days (rule F12). */
function releaseOf({ c, today }: Look): Found {
  return { move: 'release-lien', why: 'paid', facts: { releaseBy: lienReleaseBy(c.payments.at(-1)?.on ?? today) } };
}

/** So long the owner has before the board resolves. */
const OWNER_DAYS = 10;

/** The land answers for its water: tied out, the owner told, resolved by the board, listed (rules B22, F12). */
const lien: Step = (look) => {
  const { debt, c, today } = look;
  const { tiedOutOn, ownerToldOn, resolvedOn, listedOn } = c.lien;
  if (debt.service !== 'irrigation' || listedOn) return null;
  if (!tiedOutOn || today > countyDeadlineOn(tiedOutOn)) return { move: 'tie-out', why: "for the county's next list" };
  if (!ownerToldOn) return { move: 'tell-of-lien', why: 'unpaid' };
  if (resolvedOn) return { move: 'list-lien', why: 'unpaid' };
  const from = openingOn(addDays(ownerToldOn, OWNER_DAYS), look);
  return laterThan(from, look) ? wait(from, 'the owner has time to pay') : { move: 'resolve-lien', why: 'unpaid' };
};

const OFF_DAYS = { dwelling: 90, land: 365 };

const untilGivenUp: Step = (look) => {
  const { offAt, lien: listed } = look.c;
  const since = look.days.office.dateAt(millis(offAt ?? look.now));
  const end = openingOn(addDays(since, listed.listedOn ? OFF_DAYS.land : OFF_DAYS.dwelling), look);
  if (laterThan(end, look)) return wait(end, 'the water is off');
  return { move: 'give-up', why: 'unpaid', outcome: listed.listedOn ? 'lien-listed' : 'shut-off' };
};

/** While the water is off, and where it was wrongfully. */
export const afterShutOff: readonly Step[] = [
  wrongful,
  appealed,
  toldHowToRestore,
  stayed,
  paidOrArranged,
  lien,
  untilGivenUp,
];
