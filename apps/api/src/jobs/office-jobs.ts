import {
  CaseRecord,
  carryOutMove,
  carryOutRecount,
  carryOutWhatIf,
  claimJob,
  endJob,
  type OfficeJob,
  policyMove,
  policyUndo,
  recountJob,
  whatIfJob,
} from '@headgate/persistence';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

type CarryOut = (record: CaseRecord, job: OfficeJob) => Promise<void>;

const kinds: Readonly<Record<string, CarryOut>> = {
  [policyMove]: carryOutMove,
  [policyUndo]: carryOutMove,
  [recountJob]: carryOutRecount,
  [whatIfJob]: carryOutWhatIf,
};

const LOOK_EVERY_MS = 10_000;
const MOST_AT_ONCE = 2;
const MOST_TRIES = 3;
const PAUSE_MS = 500;
const LAST_WAIT_MS = 5_000;

/** Carries out what takes longer than a request. A job whose program died is taken up by whoever looks next. */
@Injectable()
export class OfficeJobs implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('jobs');
  private readonly atWork = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(private readonly record: CaseRecord) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
    this.look();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await Promise.race([Promise.allSettled(this.atWork), pause(LAST_WAIT_MS)]);
  }

  /** Looks for work now, without waiting for it. */
  look(): void {
    this.takeAll().catch((error: unknown) => this.logger.warn({ err: error, msg: 'jobs could not be looked for' }));
  }

  private async takeAll(): Promise<void> {
    while (!this.stopping && this.atWork.size < MOST_AT_ONCE) {
      const job = await claimJob(this.record.db, Object.keys(kinds));
      if (!job) return;
      const work = this.work(job).finally(() => {
        this.atWork.delete(work);
        if (!this.stopping) this.look();
      });
      this.atWork.add(work);
    }
  }

  private async work(job: OfficeJob): Promise<void> {
    for (let tries = 1; !this.stopping; tries++) {
      try {
        return await kinds[job.kind]?.(this.record, job);
      } catch (error) {
        this.logger.warn({ err: error, job: job.id, kind: job.kind, msg: 'a job failed' });
        if (tries >= MOST_TRIES) return await this.giveUp(job);
        await pause(PAUSE_MS * tries);
      }
    }
  }

  /** While the database is away this fails too: then the job stays, and is taken up again. */
  private async giveUp(job: OfficeJob): Promise<void> {
    const end = {
      state: 'failed',
      at: this.record.clock.now(),
      failure: 'It failed three times; see the log.',
    } as const;
    await endJob(this.record.db, job.id, end).catch(() => undefined);
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
