import { type CaseRecord, endScan } from '@headgate/persistence';
import type { ScanActivities } from '@headgate/workflows';
import { Context } from '@temporalio/activity';
import { readScan } from './scan-reading.ts';

const HEARTBEAT_MS = 5_000;
/** A scan on which every attempt fails is given up for a person to look at: others wait behind it. */
const MOST_ATTEMPTS = 10;

/** Bulk scans as workflows have them read. */
export function scanActivities(record: CaseRecord): ScanActivities {
  return {
    async readScan(scanId) {
      const { cancellationSignal, info } = Context.current();
      const beat = setInterval(() => Context.current().heartbeat(), HEARTBEAT_MS);
      try {
        await readScan(record, scanId, () => cancellationSignal.throwIfAborted());
      } catch (error) {
        if (info.attempt < MOST_ATTEMPTS || cancellationSignal.aborted) throw error;
        await endScan(record.db, scanId, `It could not be read, ${MOST_ATTEMPTS} times over: ${String(error)}`);
      } finally {
        clearInterval(beat);
      }
    },
  };
}
