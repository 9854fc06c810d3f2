/** A condition of a rule that does not hold: its number in the rule book and the sentence for the customer. */
export interface Unmet {
  readonly rule: string;
  readonly text: string;
}
