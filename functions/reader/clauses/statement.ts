import type { Hardness } from '../../domain/base/promise.ts';
import type { FoundDate } from '../dates/find-dates.ts';
import type { View } from '../text/mapped-text.ts';

/** Nobody's sentence: what runs on for longer is a table or a list that lost its marks. */
export const LONGEST_CLAUSE = 600;

/** One element of one clause, before it becomes a draft. */
export type Statement = {
  /** What is quoted. */
  readonly view: View;
  /** The element with the verb and tail that its list shares: what kind and title go by. */
  readonly reading: string;
  /** The clause or clauses it stands in. */
  readonly clause: string;
  /** Dates of the element, else those that govern it from outside. */
  readonly dates: readonly FoundDate[];
  /** Whether a date is meant for this very promise: its own words, its cell or its label say so. */
  readonly dated: boolean;
  readonly hardness: Hardness;
  /** How many names its list holds; 0 when it stands in no list of names. */
  readonly listed: number;
  /** Its place in the list, from 0. */
  readonly index: number;
  readonly rules: readonly string[];
};

export type Passed = { readonly view: View; readonly rule: string };

/** What reading a stretch of text gives: promises, and what looked like some and was passed over. */
export type Reading = {
  readonly statements: readonly Statement[];
  readonly passed: readonly Passed[];
};
