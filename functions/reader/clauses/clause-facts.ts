/** What a clause is to its sentence. */
export type Role = 'task' | 'prefix' | 'skip' | 'stop';

export type ClauseFacts = {
  readonly text: string;
  /** Holds a number that could be owed, or a rank. */
  readonly counted: boolean;
  /** Holds a deadline. */
  readonly dated: boolean;
  /** A promise was already found in this sentence. */
  readonly follows: boolean;
  /** Nothing comes after it before the sentence ends. */
  readonly last: boolean;
  /** The clause after it, or nothing. */
  readonly next: string;
  /** The clause before only described something: 总投资8亿元. */
  readonly described: boolean;
  /** Means already wait in front of it. */
  readonly joined: boolean;
};

/** The first rule that holds decides what a clause is. */
export type RoleRule = {
  readonly id: string;
  readonly role: Role;
  readonly holds: (facts: ClauseFacts) => boolean;
};

/** Holds nothing that could be due. */
export const isBare = ({ counted, dated }: ClauseFacts): boolean => !counted && !dated;

/** Holds for clauses with these words, whatever else they hold. */
export const matching =
  (words: RegExp) =>
  ({ text }: ClauseFacts): boolean =>
    words.test(text);
