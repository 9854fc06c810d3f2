import type { Actor } from '@headgate/domain/people';
import type { CivilDate } from '@headgate/domain/time';

/** A cell that kept its row out. Lines count from 1, the header's. */
export interface Rejected {
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly message: string;
}

/** What became of a file. The same file gives the same answer again, however often it is imported. */
export interface ImportAnswer {
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: readonly Rejected[];
  /** Numbers of the cases that the file's reads opened. */
  readonly opened: readonly string[];
  /** How many cases it would open; other than 0 in a dry run only. */
  readonly wouldOpen: number;
}

export interface ImportOptions {
  readonly dryRun?: boolean;
  readonly actor: Actor;
}

/** A row with the line of the file on which it begins. */
export interface Numbered<Row> {
  readonly line: number;
  readonly row: Row;
}

/** What decides about rows beside the register itself. */
export interface ImportMoment {
  readonly today: CivilDate;
  readonly actor: Actor;
}
