/** What looked like a promise and was not taken, with the rule that says why. */
export type Skipped = {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
};
