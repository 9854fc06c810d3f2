import { proxyActivities } from '@temporalio/workflow';
import type { ScanActivities } from './scan-activities.ts';

const { readScan: read } = proxyActivities<ScanActivities>({
  startToCloseTimeout: '4 hours',
  // A worker that has died is noticed this soon, and another goes on behind the last page that was kept.
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '5 minutes' },
});

/** One bulk scan, from the file to its papers beside their cases. */
export async function readScan(scanId: string): Promise<void> {
  await read(scanId);
}
