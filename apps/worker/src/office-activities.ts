import { type CaseRecord, openDelinquencies } from '@headgate/persistence';
import type { OfficeActivities } from '@headgate/workflows';

/** What the office does by itself. */
export function officeActivities(record: CaseRecord): OfficeActivities {
  return {
    async openDelinquencies(after) {
      const { opened, next } = await openDelinquencies(record, after);
      return { opened: opened.length, next };
    },
  };
}
