/** Role of a clause in its sentence. */
export type ClauseRole = 'task' | 'prefix' | 'skip' | 'stop';

export type ClauseFacts = {
  readonly text: string;
  /** Has a number that could be a goal, or a rank. */
  readonly counted: boolean;
  /** Has a deadline. */
  readonly dated: boolean;
  /** A promise was already found in this sentence. */
  readonly follows: boolean;
  /** Last clause of its segment. */
  readonly last: boolean;
  /** Text of the next clause; empty for the last. */
  readonly next: string;
  /** The clause before only described something: 总投资8亿元. */
  readonly described: boolean;
  /** Clauses of means already precede it. */
  readonly joined: boolean;
};

/** The first rule that holds gives the role of a clause. */
export type RoleRule = {
  readonly id: string;
  readonly role: ClauseRole;
  readonly holds: (facts: ClauseFacts) => boolean;
};

/** Whether a clause has neither number nor deadline. */
export const isBare = ({ counted, dated }: ClauseFacts): boolean => !counted && !dated;

/** Condition for clauses that match `words`. */
export const matching =
  (words: RegExp) =>
  ({ text }: ClauseFacts): boolean =>
    words.test(text);
