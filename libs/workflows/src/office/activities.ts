/** A part of the accounts that was looked through. */
export interface PastDueBatch {
  /** How many cases were opened. */
  readonly opened: number;
  /** The account after which the next part begins; null when there is none. */
  readonly next: string | null;
}

/** What the office does by itself, as workflows call it. Arguments and results hold numbers and codes only. */
export interface OfficeActivities {
  /** Opens delinquencies for the next accounts after the one named. Repeated, it opens nothing twice. */
  openDelinquencies(after: string | null): Promise<PastDueBatch>;
}
