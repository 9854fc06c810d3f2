import type { Channel, TaskState } from '@headgate/domain/case';
import type { FormValues } from '@headgate/domain/forms';
import { addDays, type CivilDate, daysBetween } from '@headgate/domain/time';
import type { Period, Trouble } from '../history.ts';
import type { PastCase } from '../past-case.ts';
import type { Random } from '../random.ts';
import type { AccountStory, HappeningToCome, Plot, Story } from '../story.ts';

/** A customer sees a bill that is high, or seems so; the register's own figures say what is found. */
export const highConsumptionPlot: Plot = { type: 'high-consumption', tell };

function tell({ account, history, trouble }: AccountStory, today: CivilDate, random: Random): Story | null {
  const period = trouble && history.periods[trouble.at];
  if (!trouble || !period) return null;
  const known = random.chance(0.97);
  const channel = channelOf(random);
  return {
    opensOn: addDays(period.billedOn, random.between(0, Math.min(16, daysBetween(period.billedOn, today)))),
    accountNumber: known ? account.number : null,
    channel,
    intake: {
      type: 'high-consumption',
      ...(channel === 'import'
        ? { subject: `Read exception (high) on account ${account.number}, ${period.period}` }
        : {
            subject: random.pick(subjects),
            description: random.pick(remarks),
            requester: requesterOf(account, random),
          }),
      details: { period: period.period, ...(random.chance(0.4) ? { saysUseChanged: random.chance(0.2) } : {}) },
    },
    outcome: (task, past) => outcomeOf(task, past, trouble, period, random),
    happening: (kind, past) => happeningOf(kind, past, random),
    withdrawn: random.chance(0.04),
  };
}

const channelOf = (random: Random): Channel =>
  random.weighted({ phone: 0.44, web: 0.2, email: 0.14, 'in-person': 0.1, letter: 0.05, import: 0.07 });

const subjects = [
  'The bill is far above the usual',
  'High water bill',
  'Use doubled and nothing has changed',
  'Bill three times last year’s',
  'Asks why the water bill is so high',
  'Disputes the use on the last bill',
  'Believes the meter was misread',
  'Possible leak, high bill',
];

const remarks = [
  '',
  '',
  'Two people in the house, no garden.',
  'Has checked the toilets already.',
  'Was away for two weeks of that month.',
  'The sprinklers were off.',
  'Asks that nothing be cut off until this is looked into.',
  'Neighbour’s bill did not rise.',
];

function requesterOf({ name, email, phone }: AccountStory['account'], random: Random) {
  return { name, ...(email && random.chance(0.9) ? { email } : {}), ...(phone ? { phone } : {}) };
}

function outcomeOf(
  task: TaskState,
  past: PastCase,
  trouble: Trouble,
  period: Period,
  random: Random,
): FormValues | null {
  switch (task.kind) {
    case 'reread':
      return reread(task, past, trouble, period, random);
    case 'leak-check':
      return leakCheck(trouble, random);
    case 'meter-test':
      return meterTest(trouble, random);
    case 'approval':
      return random.chance(0.88) ? { approved: true } : { approved: false, reason: 'The figures do not carry it.' };
    case 'post-correction':
      return {
        amount: String(task.facts.amount),
        postedOn: past.today,
        reference: `ADJ-${random.between(10_000, 99_999)}`,
      };
    default:
      return null;
  }
}

function reread(task: TaskState, past: PastCase, trouble: Trouble, period: Period, random: Random): FormValues {
  const moved = random.between(1, 3);
  if (task.visit === 1 && random.chance(0.06)) {
    return {
      reading: String(period.previous),
      readOn: past.today,
      nonReadCode: random.pick(['NOACC', 'OBSTRUCT', 'FLOODED']),
    };
  }
  const seen = trouble.kind === 'misread' ? period.trueReading : period.reading;
  return { reading: String(seen + moved), readOn: past.today };
}

const places = [
  'toilet flapper',
  'irrigation valve',
  'slab, hot side',
  'service line behind the meter',
  'water softener',
  'pool filler',
];

function leakCheck({ kind }: Trouble, random: Random): FormValues {
  if (kind !== 'leak') return { leakFound: false, meterRunsWithAllShut: false };
  return { leakFound: true, where: random.pick(places), meterRunsWithAllShut: random.chance(0.8) };
}

/** Gallons registered of so many that passed, at the three flows. */
function meterTest({ kind }: Trouble, random: Random): FormValues {
  const tenths =
    kind === 'meter-fast'
      ? random.between(1_022, 1_060)
      : kind === 'meter-slow'
        ? random.between(700, 975)
        : random.between(992, 1_010);
  const registered = (off: number) => `${Math.floor((tenths + off) / 10)}.${(tenths + off) % 10}`;
  return {
    flowMinRegistered: registered(-8),
    flowMinActual: '100',
    flowMidRegistered: registered(0),
    flowMidActual: '100',
    flowMaxRegistered: registered(2),
    flowMaxActual: '100',
  };
}

function happeningOf(kind: string, past: PastCase, random: Random): HappeningToCome | null {
  switch (kind) {
    case 'repair-proof': {
      if (random.chance(0.25)) return null;
      const days = random.between(2, 12);
      return { afterHours: days * 6, data: { repairedOn: addDays(past.today, random.between(0, days)) } };
    }
    case 'customer-reply':
      return random.chance(0.7)
        ? { afterHours: random.between(3, 60), data: { text: 'Here is the account number you asked for.' } }
        : null;
    default:
      return null;
  }
}
