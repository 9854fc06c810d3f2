import type { CompiledCalendar } from '@headgate/domain/calendar';
import { type CaseEvent, isActive, isWaitingForWork, sharedTasks, type TaskState } from '@headgate/domain/case';
import type { FormValues } from '@headgate/domain/forms';
import type { Actor, Person } from '@headgate/domain/people';
import { instantOf } from '@headgate/domain/time';
import { calls, heads, mailDesk, notes, usualHours } from './office-customs.ts';
import type { PastCase, PastWorld } from './past-case.ts';
import type { Random } from './random.ts';
import type { Story } from './story.ts';

interface Act {
  readonly at: number;
  readonly run: () => void;
}

const hour = 3_600_000;

/**
 * The people around one case of the past: they see what is open, and act in office hours, mostly in time.
 * Everything they do is a command that the record's rules may refuse.
 */
export class OfficeLife {
  private readonly past: PastCase;
  private readonly story: Story;
  private readonly world: PastWorld;
  private readonly random: Random;
  private readonly calendar: CompiledCalendar;
  private readonly handler: string;
  private readonly seen = new Set<string>();
  private agenda: Act[] = [];

  constructor(past: PastCase, story: Story, world: PastWorld, random: Random) {
    this.past = past;
    this.story = story;
    this.world = world;
    this.random = random;
    this.calendar = world.office.book.calendar('district');
    this.handler = story.quiet
      ? random.pick(['specialist2', 'specialist3'])
      : random.weighted({ specialist1: 0.34, specialist2: 0.38, specialist3: 0.28 });
    this.planCommonActs();
  }

  /** The next thing that somebody does; null when nobody means to do anything more. */
  next(): Act | null {
    return this.agenda.reduce<Act | null>((first, act) => (first && first.at <= act.at ? first : act), null);
  }

  perform(act: Act): void {
    this.agenda = this.agenda.filter((other) => other !== act);
    act.run();
  }

  /** Plans for what has come up since the last look: tasks, waits, mail, an ending. */
  look(): void {
    const { state } = this.past;
    for (const task of state.tasks.values()) if (isWaitingForWork(task) && this.isNew(task.id)) this.planTask(task);
    for (const wait of state.waits.values())
      if (!wait.ended && this.isNew(`${wait.step} ${state.cycle}`)) this.planHappening(wait.kinds);
    for (const message of state.messages.values())
      if (message.state === 'queued' && this.isNew(message.messageId))
        this.planDelivery(message.messageId, message.channel);
    if (!isActive(state) && this.isNew(`ended ${state.cycle}`)) this.planAftermath();
  }

  private isNew(what: string): boolean {
    if (this.seen.has(what)) return false;
    this.seen.add(what);
    return true;
  }

  private planCommonActs(): void {
    const { random } = this;
    const open = this.past.state.openedBy;
    this.after(random.between(1, 30) / 10, () =>
      this.past.attempt(
        { kind: 'assign', assignee: this.handler },
        this.staff(open.kind === 'staff' ? open.name : 'specialist3'),
      ),
    );
    if (this.story.quiet) return;
    if (random.chance(0.3))
      this.staffAct(random.between(4, 30), { kind: 'note', text: random.pick(notes), visibility: 'internal' });
    if (random.chance(0.06))
      this.staffAct(random.between(2, 10), { kind: 'prioritise', priority: random.pick(['high', 'urgent', 'low']) });
    if (random.chance(0.9))
      this.staffAct(random.between(20, 110) / 10, { kind: 'note', text: random.pick(calls), visibility: 'customer' });
    if (random.chance(0.06)) this.planHold();
    if (random.chance(0.012))
      this.staffAct(random.between(3, 20), { kind: 'cancel', reason: 'The same complaint stands in an earlier case.' });
    if (this.story.withdrawn)
      this.staffAct(random.between(6, 40), {
        kind: 'happen',
        happening: 'withdrawn',
        data: { reason: 'The customer found the cause.' },
      });
  }

  private planHold(): void {
    const { random } = this;
    this.after(random.between(3, 20), () => {
      const until = instantOf(this.past.now + random.between(4, 9) * 24 * hour);
      this.past.attempt(
        { kind: 'hold', reason: 'Waiting for the customer to answer', until },
        this.staff(this.handler),
      );
    });
    if (random.chance(0.5)) this.staffAct(random.between(24, 50), { kind: 'resume' });
  }

  private planTask(task: TaskState): void {
    const { random } = this;
    const [least, most] = usualHours[task.queue];
    const slow = random.chance(0.14) ? random.between(2, 4) : 1;
    const wait = random.between(least * 10, most * 10) / 10;
    const actor = this.staff(this.workerOf(task));
    this.after(wait * slow * 0.4, () => this.past.attempt({ kind: 'claim', taskId: task.id }, actor));
    if (!this.story.quiet && task.kind !== 'clarify' && task.visit === 1 && random.chance(0.03)) {
      this.after(wait, () =>
        this.past.attempt(
          { kind: 'return', taskId: task.id, reason: 'Which of the two meters at this address?' },
          actor,
        ),
      );
    } else this.after(wait * slow, () => this.complete(task, actor));
  }

  private complete(task: TaskState, actor: Actor): void {
    const definition = this.world.office.definition(this.past.state.type)?.tasks[task.kind] ?? sharedTasks[task.kind];
    const outcome = task.kind === 'review' ? this.sameAsBefore() : this.story.outcome(task, this.past, this.random);
    this.finish(task, outcome ?? definition?.defaultOutcome(task.facts, this.past.today), actor);
  }

  private finish(task: TaskState, outcome: FormValues | undefined, actor: Actor): void {
    if (outcome) this.past.attempt({ kind: 'complete', taskId: task.id, outcome }, actor);
  }

  /** Whoever looks at a reopened case anew mostly finds what was found. */
  private sameAsBefore(): FormValues | null {
    const before = this.past.events.findLast(
      (event): event is CaseEvent<'case-resolved'> => event.type === 'case-resolved',
    );
    return before ? { outcome: before.data.outcome, note: 'Looked at again with the customer.' } : null;
  }

  /** An approval is another's than who asked for it. */
  private workerOf(task: TaskState): string {
    if (task.kind === 'approval' && task.queue === 'customer-service')
      return task.askedBy === 'specialist3' ? 'supervisor' : 'specialist3';
    return task.queue === 'customer-service' ? this.handler : heads[task.queue];
  }

  private planHappening(kinds: readonly string[]): void {
    for (const kind of kinds) {
      const coming = this.story.happening(kind, this.past, this.random);
      if (coming) this.staffAct(coming.afterHours, { kind: 'happen', happening: kind, data: coming.data });
    }
  }

  /** Mail goes at once; letters with the next print run. */
  private planDelivery(messageId: string, channel: 'email' | 'letter'): void {
    const at =
      channel === 'email'
        ? this.past.now + this.random.between(2, 6) * 1_000
        : this.inOpenTime(this.random.between(4, 9));
    this.agenda.push({ at, run: () => this.past.attempt({ kind: 'message-sent', messageId }, mailDesk) });
  }

  /** Nothing of the past is left to deliver. */
  deliverRest(): void {
    for (const { messageId, state } of [...this.past.state.messages.values()]) {
      if (state === 'queued') this.past.attempt({ kind: 'message-sent', messageId }, mailDesk);
    }
  }

  private planAftermath(): void {
    const { random } = this;
    if (this.past.state.status !== 'resolved') return;
    if (!this.story.quiet && this.past.state.cycle === 1 && random.chance(0.03)) {
      this.staffAct(random.between(10, 60), {
        kind: 'reopen',
        reason: 'The customer does not agree with the decision.',
      });
    } else if (random.chance(0.85))
      this.staffAct(random.between(40, 90), { kind: 'close', reason: 'Nothing more was heard.' });
  }

  private staffAct(hours: number, command: Parameters<PastCase['attempt']>[0]): void {
    this.after(hours, () => this.past.attempt(command, this.staff(this.handler)));
  }

  private after(hours: number, run: () => void): void {
    this.agenda.push({ at: this.inOpenTime(hours), run });
  }

  private inOpenTime(hours: number): number {
    return this.calendar.add(this.past.now, Math.round(hours * hour)) ?? this.past.now;
  }

  private staff(username: string): Actor {
    const person = this.world.office.people.find((one) => one.username === username) as Person;
    return { kind: 'staff', name: person.username, role: person.role };
  }
}
