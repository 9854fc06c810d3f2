import type { CaseState, Moment } from '@headgate/domain/case';
import type { Person } from '@headgate/domain/people';
import type { CivilDate } from '@headgate/domain/time';
import type { Kysely } from 'kysely';

export interface FactSource {
  readonly db: Kysely<unknown>;
  readonly state: CaseState;
  readonly people: readonly Person[];
  readonly today: CivilDate;
  readonly moment: Moment;
}

/** Assembles one fact. What it returns is recorded and travels in workflow payloads: codes and figures only. */
export type Fact<Input> = (source: FactSource, input: Input) => Promise<unknown>;
