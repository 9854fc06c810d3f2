import type { CaseState, Moment } from '../../case/index.ts';
import {
  businessDayAfter,
  type CollectionDays,
  collectionPlan,
  isBusinessDay,
  nextShutOffMoment,
  type Path,
  type RecordedFacts,
  type ShutOffFacts,
  shutOffVerdict,
  timelyThrough,
} from '../../delinquency/index.ts';
import { decimal } from '../../money/index.ts';
import { addDays, type CivilDate, dayNumber, type Instant, instantOf, laterOf, millis } from '../../time/index.ts';
import { type Collection, collectionOf } from './collection.ts';
import { keepingNow, principalOf, shutOffFacts } from './facts.ts';
import { isStayed } from './gates.ts';
import { heardKinds } from './happenings.ts';
import { type Debt, debtOf, lawPathOf } from './intake.ts';
import { daysOf, today } from './law.ts';

export type Move =
  | 'wait'
  | 'contact'
  | 'visit'
  | 'tell-tenants'
  | 'mail-notice'
  | 'review-appeal'
  | 'offer-arrangement'
  | 'tell-cure'
  | 'post-final-notice'
  | 'last-word'
  | 'tell-landowner'
  | 'refuse-water'
  | 'look-at-fields'
  | 'order'
  | 'tell-how-to-restore'
  | 'reconnect'
  | 'make-good'
  | 'tie-out'
  | 'tell-of-lien'
  | 'resolve-lien'
  | 'list-lien'
  | 'release-lien'
  | 'give-up';

/** What the office does next: the move, for a wait its end (null: until something is heard), and what was heard by now. */
export interface Course {
  readonly path: Path;
  readonly move: Move;
  readonly at: Instant | null;
  readonly why: string;
  readonly heard: number;
  /** Bills go elsewhere than the water: "Occupant" is written to as well (rule B7). */
  readonly occupantToo: boolean;
  readonly amount: string;
  /** The outcome that ends the case, where the move gives up. */
  readonly outcome: string | null;
}

interface Look {
  readonly state: CaseState;
  readonly moment: Moment;
  readonly debt: Debt;
  readonly c: Collection;
  /** The facts with money taken as fresh: accounting is asked only when all else holds. */
  readonly facts: ShutOffFacts;
  readonly now: Instant;
  readonly today: CivilDate;
  readonly days: CollectionDays;
}

type Found = {
  readonly move: Move;
  readonly at?: Instant | null;
  readonly why: string;
  readonly outcome?: string;
} | null;
type Step = (look: Look) => Found;

/** The next move that the record asks for. The steps of a path are looked at in order; the first that lacks something is it. */
export function nextMove(state: CaseState, moment: Moment): Course {
  const look = lookAt(state, moment);
  const path = lawPathOf(look.debt);
  const steps = look.c.waterOff || look.c.wrongful ? afterShutOff : stepsOf[path];
  const found = first(steps, look) ?? { move: 'order', why: 'every condition holds' };
  const heard = state.happenings.filter(({ cycle, kind }) => cycle === state.cycle && heardKinds.includes(kind)).length;
  const { move, why, at = null, outcome = null } = found;
  const occupantToo = look.facts.mailingDiffers === true;
  return { path, move, why, at, heard, occupantToo, outcome, amount: principalOf(look.debt, look.c) };
}

function first(steps: readonly Step[], look: Look): Found {
  for (const step of steps) {
    const found = step(look);
    if (found) return found;
  }
  return null;
}

function lookAt(state: CaseState, moment: Moment): Look {
  const c = collectionOf(state);
  const recorded: RecordedFacts = shutOffFacts(state, moment, c);
  const { paymentsThrough: _known, ...facts } = recorded;
  return {
    state,
    moment,
    debt: debtOf(state),
    c,
    facts,
    now: moment.now,
    today: today(moment),
    days: daysOf(moment.office),
  };
}

const wait = (at: Instant | null, why: string): Found => ({ move: 'wait', at, why });
const laterThan = (at: Instant | null, { now }: Look): boolean => at !== null && millis(at) > millis(now);

/** The first opening of the office on a day, or after it, on which collection goes on. */
function openingOn(day: CivilDate, { days, now }: Look): Instant {
  const moment = nextShutOffMoment(days.office.instantOf(dayNumber(day), 0), days);
  return moment === null ? now : instantOf(moment);
}

const pastDue: Step = (look) => {
  const last = timelyThrough(look.debt.dueOn, look.days);
  return look.today > last ? null : wait(openingOn(addDays(last, 1), look), 'not past due yet');
};

const stayed: Step = (look) => {
  if (!isStayed(look.c, look.moment)) return null;
  const until = look.c.stay?.until;
  return wait(until ? openingOn(addDays(until, 1), look) : null, 'stayed');
};

const appealed: Step = ({ c }) => (c.appealPending ? { move: 'review-appeal', why: 'an appeal is pending' } : null);

const disputed: Step = ({ c }) => (c.disputePending ? wait(null, 'disputed') : null);

const extended: Step = (look) => {
  const { extensionUntil } = look.c;
  if (!extensionUntil || extensionUntil < look.today) return null;
  return wait(openingOn(addDays(extensionUntil, 1), look), 'more time was granted');
};

const medicallyBarred: Step = ({ c }) => {
  const { certificate, unableToPay, willingToArrange } = c.shown;
  if (!certificate || !unableToPay || !willingToArrange) return null;
  if (!c.arrangementOffered) return { move: 'offer-arrangement', why: 'health protects the household' };
  return wait(null, 'health protects the household');
};

const arranged: Step = (look) => {
  if (look.facts.arrangement?.state !== 'kept') return null;
  const turns = look.c.arrangement?.instalments.map(({ on }) => addDays(timelyThrough(on, look.days), 1)) ?? [];
  const next = turns.filter((day) => day > look.today).sort()[0];
  return wait(next ? openingOn(next, look) : null, 'the arrangement is kept');
};

const twoDaysMs = 48 * 3_600_000;

/** A broken arrangement: the conditions of cure, two days, the final posting (rules F9, B11). */
const broken: Step = (look) => {
  const { arrangement } = look.facts;
  const since = arrangement?.brokenSince;
  if (arrangement?.state !== 'broken' || !since) return null;
  const told = look.c.arrangement?.cureNoticeAt;
  if (!told || look.days.office.dateAt(millis(told)) < since)
    return { move: 'tell-cure', why: `broken since ${since}` };
  if (arrangement.finalPostedAt) return null;
  const from = instantOf(nextShutOffMoment(millis(told) + twoDaysMs, look.days) ?? millis(look.now));
  return laterThan(from, look)
    ? wait(from, 'time to cure')
    : { move: 'post-final-notice', why: `broken since ${since}` };
};

/** A notice that failed today is not tried again before the next business day. */
const failedToday: Step = (look) => {
  if (look.c.failedOn !== look.today) return null;
  const next = businessDayAfter(look.today, 1, look.days);
  return next ? wait(openingOn(next, look), 'a notice failed today') : null;
};

const contact: Step = (look) => {
  const rule = shutOffVerdict(look.facts, look.now, look.days).looked.find(
    ({ name }) => name === 'customer-was-reached',
  );
  if (!rule || rule.since) return null;
  const phoneTried = look.c.contacts.some(({ kind }) => kind === 'phone');
  return { move: look.c.mailFailed && phoneTried ? 'visit' : 'contact', why: rule.text };
};

const tenants: Step = ({ facts }) =>
  facts.tenants && !facts.tenants.noticeAt ? { move: 'tell-tenants', why: 'tenants live here' } : null;

const NOTICE_LEAD_DAYS = 40;

/** The ten-day notice goes out three weeks before the first day that the sixty days allow, or as soon as it may. */
const tenDayNotice: Step = (look) => {
  const { noticeAt } = collectionPlan(look.facts, look.now, look.days);
  if (!noticeAt) return null;
  const at = laterOf(noticeAt, openingOn(addDays(look.debt.dueOn, NOTICE_LEAD_DAYS), look));
  return laterThan(at, look)
    ? wait(at, 'the notice is not due yet')
    : { move: 'mail-notice', why: 'no notice is mailed' };
};

/** The last word is had on the business day before the last two days. */
const lastWord: Step = (look) => {
  if (look.c.finalContacts.length > 0) return null;
  const { finalPostingBy } = collectionPlan(look.facts, look.now, look.days);
  if (!finalPostingBy) return wait(null, 'no lawful day is in sight');
  let day = look.days.office.dateAt(millis(finalPostingBy));
  while (!isBusinessDay(day, look.days)) day = addDays(day, -1);
  const at = openingOn(day, look);
  return day > look.today && laterThan(at, look)
    ? wait(at, 'time for the last word has not come')
    : { move: 'last-word', why: 'nobody was spoken to' };
};

const lawfulMoment: Step = (look) => {
  const { allowed, earliest, unmet } = shutOffVerdict(look.facts, look.now, look.days);
  return allowed ? null : wait(earliest, unmet.map(({ rule }) => rule).join(', '));
};

/** After a visit that ended otherwise, the next is another day's; after a refusal the reviewers are given some days. */
const visitedToday: Step = (look) => {
  const { lastVisit, refusedOn } = look.c;
  const again = [
    lastVisit
      ? businessDayAfter(
          lastVisit.on,
          lastVisit.ending === 'no-access' || lastVisit.ending === 'animal' ? 1 : 5,
          look.days,
        )
      : null,
    refusedOn ? businessDayAfter(refusedOn, 5, look.days) : null,
  ].filter((day): day is CivilDate => day !== null && day > look.today);
  const day = again.sort().at(-1);
  return day ? wait(openingOn(day, look), 'the last visit or review ended otherwise') : null;
};

const dwelling: readonly Step[] = [
  stayed,
  appealed,
  disputed,
  extended,
  medicallyBarred,
  pastDue,
  arranged,
  failedToday,
  broken,
  contact,
  tenants,
  tenDayNotice,
  lastWord,
  lawfulMoment,
  visitedToday,
];

const userAndOwner: Step = ({ c, facts }) => {
  const user = c.contacts.some(({ kind, reached }) => kind === 'written' && reached !== false);
  if (!user) return { move: 'contact', why: 'the water user was not told in writing' };
  return facts.landowner && !facts.landowner.noticeAt
    ? { move: 'tell-landowner', why: 'the landowner was not told' }
    : null;
};

const fields: Step = ({ debt, c }) => {
  if (debt.service !== 'irrigation') return null;
  if (!c.refused) return { move: 'refuse-water', why: 'the charge is delinquent' };
  return c.fieldsLookedAt ? null : { move: 'look-at-fields', why: 'crop and livestock' };
};

const otherService: readonly Step[] = [
  stayed,
  appealed,
  disputed,
  extended,
  pastDue,
  arranged,
  failedToday,
  userAndOwner,
  lawfulMoment,
  visitedToday,
  fields,
];

const stepsOf: Readonly<Record<Path, readonly Step[]>> = { residential: dwelling, other: otherService };

const wrongful: Step = ({ c }) => (c.wrongful ? { move: 'make-good', why: 'the shut-off was wrongful' } : null);

const toldHowToRestore: Step = ({ state, c }) => {
  const written = [...state.messages.values()].filter(
    ({ template }) => template === 'delinquency/shut-off-notice',
  ).length;
  const times = state.own.filter(({ type }) => type === 'shut-off-carried-out').length;
  return c.waterOff && written < times ? { move: 'tell-how-to-restore', why: 'the water is off' } : null;
};

const paidOrArranged: Step = ({ debt, c, facts, moment, today: on }) => {
  const paid = decimal(principalOf(debt, c)).lte(0);
  if (paid && c.lien.listedOn && !c.lien.released) return { move: 'release-lien', why: 'paid' };
  const arrangement = facts.arrangement?.state === 'kept' && keepingNow(c, on, moment.office) !== null;
  return paid || arrangement ? { move: 'reconnect', why: paid ? 'paid' : 'arranged' } : null;
};

/** So long the owner has before the board resolves. */
const OWNER_DAYS = 10;

/** The land answers for its water: tied out, the owner told, resolved by the board, listed (rules B22, F12). */
const lien: Step = (look) => {
  const { debt, c } = look;
  if (debt.service !== 'irrigation' || c.lien.listedOn) return null;
  if (!c.lien.tiedOutOn) return { move: 'tie-out', why: 'unpaid' };
  if (!c.lien.ownerToldOn) return { move: 'tell-of-lien', why: 'unpaid' };
  if (c.lien.resolvedOn) return { move: 'list-lien', why: 'unpaid' };
  const from = openingOn(addDays(c.lien.ownerToldOn, OWNER_DAYS), look);
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

const afterShutOff: readonly Step[] = [
  wrongful,
  appealed,
  toldHowToRestore,
  stayed,
  paidOrArranged,
  lien,
  untilGivenUp,
];
