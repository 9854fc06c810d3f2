import type { AccountContact, CaseState, OpenCase } from '@headgate/domain/case';
import type { Actor } from '@headgate/domain/people';
import { dayNumber, instantOf } from '@headgate/domain/time';
import { advance } from '@headgate/workflows/advance';
import { procedures } from '@headgate/workflows/all-workflows';
import { CaseNumbers } from '../case/numbers.ts';
import { appendPast } from './append-past.ts';
import { OfficeLife } from './office-life.ts';
import { PastCase, type PastWorld } from './past-case.ts';
import { plots } from './plots/index.ts';
import type { Random } from './random.ts';
import type { AccountStory, Story } from './story.ts';

interface Beginning {
  readonly story: Story;
  readonly openedAt: number;
}

/** Writes the cases of the past year, oldest first, each lived through up to `now`; returns them as they stand. */
export async function writePastCases(
  world: PastWorld,
  district: readonly AccountStory[],
  now: number,
  random: Random,
  progress: (done: number, all: number) => void,
): Promise<CaseState[]> {
  const contacts = new Map(district.map(({ account }) => [account.number, contactOf(account)]));
  const numbers = new CaseNumbers();
  const states: CaseState[] = [];
  const beginnings = beginningsOf(world, district, now, random);
  for (const { story, openedAt } of beginnings) {
    const number = await numbers.take(world.db, instantOf(openedAt));
    const account = contacts.get(story.accountNumber ?? '') ?? null;
    const begun = { number, openedAt, actor: openerOf(story, world, random), account };
    const past = await livedCase(world, story, begun, now, random);
    await appendPast(world.db, past, world.office, instantOf(now));
    states.push(past.state);
    progress(states.length, beginnings.length);
  }
  return states;
}

interface Begun {
  readonly number: string;
  readonly openedAt: number;
  readonly actor: Actor;
  readonly account: AccountContact | null;
}

/** One story from its opening until now. */
export async function livedCase(
  world: PastWorld,
  story: Story,
  { number, openedAt, actor, account }: Begun,
  now: number,
  random: Random,
): Promise<PastCase> {
  const past = new PastCase(world, openingOf(story, number), actor, account, openedAt);
  await live(past, new OfficeLife(past, story, world, random), now);
  return past;
}

function beginningsOf(
  { office }: PastWorld,
  district: readonly AccountStory[],
  now: number,
  random: Random,
): Beginning[] {
  const calendar = office.book.calendar('district');
  const today = calendar.dateAt(now);
  const stories = district.flatMap((account) =>
    plots.map((plot) => plot.tell(account, today, random)).filter((story) => story !== null),
  );
  const begun = stories.map((story) => {
    const morning = calendar.instantOf(dayNumber(story.opensOn), 0);
    return { story, openedAt: calendar.add(morning, random.between(0, 479) * 60_000) ?? morning };
  });
  return begun.filter(({ openedAt }) => openedAt < now - minute).sort((a, b) => a.openedAt - b.openedAt);
}

const minute = 60_000;

/** The case from its opening until now: the procedure goes as far as it can, then waits for people and for time. */
async function live(past: PastCase, life: OfficeLife, now: number): Promise<void> {
  let deadline: number | null = null;
  for (;;) {
    if (past.moved) {
      past.moved = false;
      await advance(past, await past.look(), procedures);
      life.look();
      deadline = past.nextDeadline;
    }
    const act = life.next();
    const at = Math.min(act?.at ?? Number.POSITIVE_INFINITY, deadline ?? Number.POSITIVE_INFINITY);
    if (at > now - minute) break;
    past.now = Math.max(at, past.now);
    if (deadline !== null && deadline <= at) await past.tick(past.state.id, instantOf(deadline));
    else if (act) life.perform(act);
  }
  past.now = Math.max(past.now, now - minute);
  life.deliverRest();
}

function openingOf({ intake, accountNumber, channel }: Story, number: string): OpenCase {
  return { kind: 'open', number, channel, ...intake, ...(accountNumber ? { accountNumber } : {}) };
}

function openerOf({ channel }: Story, { office }: PastWorld, random: Random): Actor {
  switch (channel) {
    case 'import':
      return { kind: 'import', name: 'accounting' };
    case 'web':
    case 'api':
    case 'open311':
      return { kind: 'customer', name: 'customer' };
    case 'email':
      return { kind: 'mail', name: 'mail' };
    case 'phone':
    case 'in-person':
    case 'letter': {
      const desk = office.people.filter(({ role }) => role.startsWith('specialist'));
      const { username, role } = random.pick(desk);
      return { kind: 'staff', name: username, role };
    }
    default:
      return channel satisfies never;
  }
}

function contactOf(account: AccountStory['account']): AccountContact {
  return {
    number: account.number,
    name: account.name,
    language: account.language,
    email: account.email,
    mailingAddress: account.mailing_address ?? account.service_address,
    serviceAddress: account.service_address,
  };
}
