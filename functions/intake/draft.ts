import type { DuePrecision, Hardness, Metric, PromiseKind } from '../domain/promise.ts';

/** A promise as read, before the office has confirmed it. Field names are those of the exchange format. */
export type Draft = {
  readonly id: string;
  /** Which outermost point of the plan it stands in; 0 before the first. */
  readonly area: number;
  /** The document's own words. */
  readonly quote: string;
  /** Place of the quote in the document, in code points, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly kind: PromiseKind;
  /** Last day on which it is on time, `YYYY-MM-DD`. */
  readonly due: string | null;
  readonly duePrecision: DuePrecision;
  readonly metric: Metric | null;
  /** Whole yuan. */
  readonly amountCny: number | null;
  /** Body or company outside the park that the promise depends on. */
  readonly counterpart: string | null;
  readonly hardness: Hardness;
  readonly owners: readonly string[];
  readonly support: readonly string[];
  /** 每月, 每季度: the rhythm of a standing duty, as printed. */
  readonly recurrence: string | null;
  /** Ids of the rules that made the draft. */
  readonly rules: readonly string[];
  /** What a person has to decide, in Chinese. */
  readonly questions: readonly string[];
};

/** What looked like a promise and was not taken, with the rule that says why. */
export type Skipped = {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
};
