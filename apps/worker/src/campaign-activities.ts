import { Refusal } from '@headgate/domain/case';
import { campaignYearOn, type FormYear } from '@headgate/domain/land';
import { millis } from '@headgate/domain/time';
import {
  askForCampaign,
  type CaseRecord,
  type OpenedBatch,
  openNextFilings,
  planCampaign,
  stopByFault,
} from '@headgate/persistence';
import type { CampaignActivities } from '@headgate/workflows';

/** How many cases may wait for their workflow before a campaign waits for them. */
export const USUAL_BACKLOG = 100;
const HELD_MS = 1_000;

/** The yearly campaign on the record. */
export function campaignActivities(record: CaseRecord, mostWaiting = USUAL_BACKLOG): CampaignActivities {
  return {
    async beginCampaign() {
      const { book } = await record.office.current();
      const now = record.clock.now();
      const today = book.calendar('district').dateAt(millis(now));
      const formYear = campaignYearOn(today);
      await askForCampaign(record.db, formYear, { name: 'schedule', now, today });
      return formYear;
    },
    planCampaign: (formYear) => faultNoted(record, formYear, () => planCampaign(record, formYear)),
    async openFilings(formYear) {
      const began = performance.now();
      const batch = await openNextFilings(record, formYear, mostWaiting);
      return { left: batch.left, pauseMs: pauseAfter(batch, performance.now() - began) };
    },
  };
}

/** What a batch of one second's landholders leaves of its second. */
function pauseAfter({ opened, rate, held }: OpenedBatch, tookMs: number): number {
  return held ? HELD_MS : Math.max(1, Math.round((opened / rate) * 1_000 - tookMs));
}

/** A register or a standing that is wrong will be as wrong the next time: the office must put it right first. */
async function faultNoted(record: CaseRecord, formYear: FormYear, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof RangeError)) throw error;
    await stopByFault(record.db, formYear, error.message);
  }
}
