import type { Hardness } from '../../domain/base/promise.ts';
import type { FoundDate } from '../dates/find-dates.ts';
import type { MappedText } from '../text/mapped-text.ts';

/** Longer clauses are tables or lists that lost their punctuation. */
export const LONGEST_CLAUSE = 600;

/** One element of one clause, before it becomes a draft. */
export type Statement = {
  /** What is quoted. */
  readonly view: MappedText;
  /** The element with the verb and tail that its list shares; kind and title are based on it. */
  readonly reading: string;
  /** Its clause or clauses. */
  readonly clause: string;
  /** Dates of the element, else those that apply from outside. */
  readonly dates: readonly FoundDate[];
  /** Whether a date is given for this promise: in its own words, its cell or its label. */
  readonly dated: boolean;
  readonly hardness: Hardness;
  /** Number of names in its list; 0 outside a list of names. */
  readonly listed: number;
  /** Its place in the list, from 0. */
  readonly index: number;
  readonly rules: readonly string[];
};

export type Passed = { readonly view: MappedText; readonly rule: string };

/** Promises read from a text, and the parts that were skipped. */
export type TextReading = {
  readonly statements: readonly Statement[];
  readonly passed: readonly Passed[];
};
