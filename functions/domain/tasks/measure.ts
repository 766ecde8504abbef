import type { Temporal } from 'temporal-polyfill';
import type { ReportingPeriods } from '../calendar/reporting-months.ts';

/** What the figures of a target say of its returns and of its deadline, as they were known at an instant. */
export type Measure = {
  readonly periods: ReportingPeriods;
  /** Since when its figures grow old: handing it to another post makes none of them newer. */
  readonly inHandSince: Temporal.Instant;
  /** For each month with a figure of its whole period, when the first one came. */
  readonly came: ReadonlyMap<number, Temporal.Instant>;
  /** Months of which there is a figure of a part of the period alone (截至当日). */
  readonly partial: ReadonlySet<number>;
  readonly deadline: MeasuredDeadline;
};

/** What judges the deadline of a target: the figure of its due month. */
export type MeasuredDeadline = {
  /** The month through which that figure goes. */
  readonly month: number;
  /** The day from which it is owed; null where it never is. */
  readonly owedFrom: Temporal.PlainDate | null;
  /** On which day it came, and whether the goal was met in that month; null until it came. */
  readonly judged: { readonly on: Temporal.PlainDate; readonly isMet: boolean } | null;
};
