import type { Channel, OpenCase, TaskState } from '@headgate/domain/case';
import type { FormValues } from '@headgate/domain/forms';
import type { CivilDate } from '@headgate/domain/time';
import type { AccountImport } from '../register/imports/accounts.ts';
import type { AccountHistory, Trouble } from './history.ts';
import type { PastCase } from './past-case.ts';
import type { Random } from './random.ts';

/** An account of the district with what befell it. */
export interface AccountStory {
  readonly account: AccountImport;
  readonly history: AccountHistory;
  readonly trouble: Trouble | null;
}

export interface HappeningToCome {
  readonly afterHours: number;
  readonly data: FormValues;
}

/** What is particular to one case: how it begins, and what those who work on it find. The procedure does the rest. */
export interface Story {
  /** The day on which the customer turns to the office. */
  readonly opensOn: CivilDate;
  readonly accountNumber: string | null;
  readonly channel: Channel;
  readonly intake: Pick<OpenCase, 'type' | 'subject' | 'details'> &
    Partial<Pick<OpenCase, 'description' | 'requester'>>;
  /** The outcome of a task; null for the one that the case type declares as its default. */
  readonly outcome: (task: TaskState, past: PastCase, random: Random) => FormValues | null;
  /** What happens while the case waits for one of these kinds; null when the term runs out. */
  readonly happening: (kind: string, past: PastCase, random: Random) => HappeningToCome | null;
  readonly withdrawn: boolean;
  /** Only the procedure's own work: nobody calls, holds, cancels or asks again. */
  readonly quiet?: true;
}

/** How cases of one type come about in the demo district. */
export interface Plot {
  readonly type: string;
  readonly tell: (of: AccountStory, today: CivilDate, random: Random) => Story | null;
}
