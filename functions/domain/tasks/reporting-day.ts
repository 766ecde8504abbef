import type { Temporal } from 'temporal-polyfill';
import type { Task } from './task.ts';

/** What the duty to return follows. */
export type ReportingDuty = Pick<
  Task,
  | 'status'
  | 'kind'
  | 'recurrence'
  | 'start'
  | 'due'
  | 'duePrecision'
  | 'stageOf'
  | 'answers'
  | 'assignment'
  | 'lastReport'
  | 'handedInFor'
  | 'silentThrough'
  | 'measure'
  | 'work'
  | 'kin'
>;

/** One return day of a record, with what is to be returned on it. */
export type ReportingDay = {
  readonly day: Temporal.PlainDate;
  /** The month through which a target's figure is to go; null for a record that owes a report. */
  readonly month: number | null;
  /**
   * Whether it is that of the year's last period: a figure of all of it is meant, also where there is
   * one of a part of it.
   */
  readonly isLast: boolean;
};
