import type { Temporal } from 'temporal-polyfill';

/** A step of the ladder: calendar days before the due date, that date, working days after it, or weekly. */
export type LadderOccasion =
  | { readonly kind: 'before'; readonly days: number }
  | { readonly kind: 'due' }
  | { readonly kind: 'overdue'; readonly workingDays: number }
  | { readonly kind: 'overdueWeekly'; readonly nth: number };

/** The task is handed over (交办); each assignment has a number. */
type HandOver = { readonly kind: 'handOver'; readonly number: number };

/** A report is due on the return day `of`; `order` counts working days from it, negative before it. */
export type ReportDue = {
  readonly kind: 'reportDue';
  readonly of: Temporal.PlainDate;
  readonly order: number;
};

/** A target may be behind its pace after the return day `of`. */
export type BehindPace = { readonly kind: 'behindPace'; readonly of: Temporal.PlainDate };

/** Something of the task waits for the office to decide, said for the `nth` time. */
export type AwaitsOffice = {
  readonly kind: 'awaitsOffice';
  readonly what: 'review' | 'extension' | 'disowned';
  /** The day or the instant of the request, as text: with `what` it identifies the request. */
  readonly since: string;
  readonly nth: number;
};

/** A decision about the task; each ruling has a number. */
type Decision = { readonly kind: 'decision'; readonly number: number };

/** The office urges the owner's post; each urging has a number. */
type Urging = { readonly kind: 'urge'; readonly number: number };
/** The last open node of a work was closed: its owner is asked to report it done. */
type NodesDone = {
  readonly kind: 'nodesDone';
  /** The instant at which the last one was closed, as text. */
  readonly since: string;
};

/** Nobody answered what was said on the occasion `after`. */
export type Unanswered = {
  readonly kind: 'unanswered';
  readonly after: Occasion;
  readonly why: 'unsigned' | 'lapsed';
  /** The step of the escalation chain that is notified of it. */
  readonly level: number;
};

/** Why something is said about a task. */
export type Occasion =
  | LadderOccasion
  | HandOver
  | ReportDue
  | BehindPace
  | AwaitsOffice
  | Decision
  | Urging
  | NodesDone
  | Unanswered
  /** A stored key that this version cannot read; it is kept and told as a plain reminder. */
  | { readonly kind: 'unknown'; readonly key: string };

/** One function for each kind of occasion. A new kind compiles only once every such table has it. */
export type ByKind<Result> = {
  readonly [Kind in Occasion['kind']]: (occasion: Occasion & { readonly kind: Kind }) => Result;
};

/** The result of the function that `table` has for the kind of `occasion`. */
export const byKind = <Result>(occasion: Occasion, table: ByKind<Result>): Result =>
  (table[occasion.kind] as (of: Occasion) => Result)(occasion);
