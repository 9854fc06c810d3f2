import { instantOf, millis } from '@headgate/domain/time';
import { CaseRecord, dropAbandoned } from '@headgate/persistence';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

const SWEPT_EVERY_MS = 60 * 60_000;
/** Longer than any file takes to come in. */
const ABANDONED_AFTER_MS = 2 * 60 * 60_000;

/** Drops what came in and was never filed, because its sender or this program was cut off. */
@Injectable()
export class AbandonedFiles implements OnApplicationBootstrap, OnModuleDestroy {
  private sweeping: NodeJS.Timeout | undefined;

  constructor(private readonly record: CaseRecord) {}

  onApplicationBootstrap(): void {
    this.sweeping = setInterval(() => void this.sweep().catch(() => undefined), SWEPT_EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.sweeping);
  }

  async sweep(): Promise<void> {
    await dropAbandoned(this.record.db, instantOf(millis(this.record.clock.now()) - ABANDONED_AFTER_MS));
  }
}
