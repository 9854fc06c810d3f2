import { Refusal } from '@headgate/domain/case';
import { type CaseRecord, caughtUp, look, proceed, recordFact, tickCase } from '@headgate/persistence';
import type { CaseActivities } from '@headgate/workflows';
import { ApplicationFailure } from '@temporalio/common';

/** The record as workflows call it. A rule's refusal is final; everything else is tried again. */
export function caseActivities(record: CaseRecord): CaseActivities {
  return {
    look: (caseId) => answered(look(record, caseId)),
    proceed: (caseId, commands, asOf) => answered(proceed(record, caseId, commands, asOf)),
    recordFact: (caseId, asked, asOf) => answered(recordFact(record, caseId, asked, asOf)),
    tick: (caseId, deadline) => answered(tickCase(record, caseId, deadline)),
    caughtUp: (caseId, seq) => answered(caughtUp(record, caseId, seq)),
  };
}

async function answered<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refusal) throw ApplicationFailure.nonRetryable(error.message, error.code);
    throw error;
  }
}
