import type { Addressee, CaseView, LaterCommand, StepView, WaitEnd } from '@headgate/domain/case';
import type { FormValues } from '@headgate/domain/forms';
import type { Queue } from '@headgate/domain/people';
import { ApplicationFailure } from '@temporalio/workflow';
import type { CaseActivities, Progress } from './activities.ts';
import { Ended, Stale, Waiting } from './unwinding.ts';

/** A fact that the worker assembles from the register, by the name under which it is known there. */
export interface Fact<Input, Output> {
  readonly fact: string;
  readonly in?: Input;
  readonly out?: Output;
}

export const fact = <Input, Output>(name: string): Fact<Input, Output> => ({ fact: name });

export interface WaitOutcome {
  readonly by: 'happening' | 'time';
  readonly kind: string | null;
  readonly data: FormValues;
}

export interface Granted<Output> {
  readonly granted: true;
  readonly outcome: Output;
}

export interface Refused {
  readonly granted: false;
  readonly code: string;
  readonly rule: string | null;
}

/**
 * A case as its procedure handles it. Each call is a named step: one that the record knows answers at once; a new one
 * is asked of the record; one that is not finished unwinds the procedure, which runs again from the top when it is.
 */
export class Case {
  private readonly activities: CaseActivities;
  private readonly shared: { progress: Progress; waiting: LaterCommand[] };
  private readonly branchName: string;
  private readonly visits = new Map<string, number>();

  constructor(activities: CaseActivities, progress: Progress, branch = 'main', shared?: Case['shared']) {
    this.activities = activities;
    this.branchName = branch;
    this.shared = shared ?? { progress, waiting: [] };
  }

  get view(): CaseView {
    return this.shared.progress.view;
  }

  get progress(): Progress {
    return this.shared.progress;
  }

  /** The case is at this stage now. */
  stage(name: string): void {
    const step = this.name('stage', name);
    this.ask(step, { kind: 'enter-stage', step, stage: name });
  }

  /** A fact from the register, assembled once and recorded. */
  async step<Input, Output>(name: string, { fact }: Fact<Input, Output>, input: Input): Promise<Output> {
    const step = this.name('step', name);
    if (!this.view.steps[step]) {
      await this.flush();
      this.mayBeginNew();
      this.accept(await this.activities.recordFact(this.view.id, { step, fact, input }, this.view.seq));
    }
    return this.outcome(step) as Output;
  }

  /** Hands work to a department and waits for its outcome. Returned work is clarified by the sender, then handed off anew. */
  async handOff<Output extends object>(
    task: string,
    facts: FormValues,
    options: { queue?: Queue; answers?: Output } = {},
  ): Promise<Output> {
    for (;;) {
      const step = this.name('task', task);
      await this.begin(step, {
        kind: 'hand-off',
        step,
        task,
        facts,
        ...(options.queue ? { queue: options.queue } : {}),
      });
      if (this.view.steps[step]?.state !== 'returned') return this.outcome(step) as Output;
      const clarify = this.name('task', 'clarify');
      await this.begin(clarify, { kind: 'hand-off', step: clarify, task: 'clarify', facts: { about: task } });
      this.outcome(clarify);
    }
  }

  /** Asks for work that a law may forbid: granted and done, or refused by its rule. The answer is the step's outcome. */
  async request<Output extends object>(task: string, facts: FormValues): Promise<Granted<Output> | Refused> {
    const step = this.name('task', task);
    if (!this.view.steps[step]) await this.askByLaw(step, { kind: 'hand-off', step, task, facts });
    if (this.view.steps[step]?.state === 'pending') await this.wait();
    const state = this.view.steps[step]?.state;
    if (state === 'returned' || state === 'withdrawn') return { granted: false, code: state, rule: null };
    const outcome = this.outcome(step) as Refused | Output;
    return 'granted' in outcome ? outcome : { granted: true, outcome };
  }

  private async askByLaw(step: string, command: LaterCommand): Promise<void> {
    await this.flush();
    this.mayBeginNew();
    const progress = await this.activities.proceed(this.view.id, [command], this.view.seq);
    const { refused } = progress;
    if (!refused) return this.accept(progress);
    const outcome: Refused = { granted: false, ...refused };
    this.accept(await this.activities.proceed(this.view.id, [{ kind: 'record', step, outcome }], this.view.seq));
  }

  /** Asks somebody other than the decider to approve; `queue` is whose limit covers the amount. */
  async approval(facts: FormValues & { about: string }, queue: Queue): Promise<boolean> {
    const { approved } = await this.handOff<{ approved: boolean }>('approval', facts, { queue });
    return approved;
  }

  /** Waits for one of the happenings, or for the end of the term; `after` so many of them that are dealt with already. */
  async waitFor(
    name: string,
    happenings: readonly string[] | 'anything',
    until: WaitEnd | null,
    { after = 0 } = {},
  ): Promise<WaitOutcome> {
    const step = this.name('wait', name);
    await this.begin(step, { kind: 'await', step, happenings, until, ...(after ? { after } : {}) });
    return this.outcome(step) as WaitOutcome;
  }

  /** Writes to the customer, or to whom the law names: a template of the case type, in the customer's language. */
  write(letter: string, data: FormValues = {}, to: Addressee = { who: 'customer' }): void {
    const step = this.name('letter', letter);
    this.ask(step, { kind: 'write', step, letter, data, to });
  }

  /** Ends the case with an outcome, and writes the decision in the same transaction. */
  async resolve(
    outcome: string,
    decision: { letter: string | null; data?: FormValues } = { letter: 'decision' },
  ): Promise<never> {
    const step = this.name('end', outcome);
    this.ask(step, { kind: 'conclude', step, outcome, letter: decision.letter, data: decision.data ?? {} });
    await this.flush();
    throw new Ended();
  }

  /** Work beside the main line, with counters of its own. Resolves when it is done; unwinds with the rest when it waits. */
  branch<T>(name: string, work: (branch: Case) => Promise<T>): Promise<T> {
    return work(new Case(this.activities, this.progress, name, this.shared));
  }

  /** Runs branches side by side: each goes as far as it can, and all must end before the main line goes on. */
  async all(...branches: (() => Promise<void>)[]): Promise<void> {
    let waiting = false;
    for (const run of branches) {
      await run().catch((error: unknown) => {
        if (!(error instanceof Waiting)) throw error;
        waiting = true;
      });
    }
    if (waiting) await this.wait();
  }

  /** Sends what was asked but not waited for. */
  async flush(): Promise<void> {
    const commands = this.shared.waiting;
    if (commands.length === 0) return;
    this.shared.waiting = [];
    this.accept(await this.activities.proceed(this.view.id, commands, this.view.seq));
  }

  private async begin(step: string, command: LaterCommand): Promise<void> {
    this.ask(step, command);
    if (!this.view.steps[step]) await this.flush();
    const state = this.view.steps[step]?.state;
    if (state === 'pending' || state === 'withdrawn') await this.wait();
  }

  private ask(step: string, command: LaterCommand): void {
    if (this.view.steps[step]) return;
    this.mayBeginNew();
    this.shared.waiting.push(command);
  }

  /** A hold stops new steps; what is open goes on. */
  private mayBeginNew(): void {
    if (this.view.status === 'on-hold') throw new Waiting();
  }

  private async wait(): Promise<never> {
    await this.flush();
    throw new Waiting();
  }

  private accept(progress: Progress): void {
    this.shared.progress = progress;
    if (progress.stale) throw new Stale();
    if (progress.refused) throw ApplicationFailure.nonRetryable(`refused: ${progress.refused.code}`);
    const { status } = progress.view;
    if (status !== 'open' && status !== 'on-hold') throw new Ended();
  }

  private outcome(step: string): unknown {
    const known: StepView | undefined = this.view.steps[step];
    if (known?.state !== 'done') throw new Waiting();
    return known.outcome;
  }

  /** `c<cycle>/<branch>/<kind>:<name>#<visit>`: the same call gets the same name on every run from the top. */
  private name(kind: string, name: string): string {
    const key = `${kind}:${name}`;
    const visit = (this.visits.get(key) ?? 0) + 1;
    this.visits.set(key, visit);
    return `c${this.view.cycle}/${this.branchName}/${key}#${visit}`;
  }
}
