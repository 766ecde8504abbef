import type { TaskId } from '../base/ids.ts';
import type { Lamp } from '../tasks/lamp.ts';
import type { PaceState } from './pace.ts';
import type { Target } from './target.ts';
import type { Reported } from './target-lamp.ts';

/**
 * State of a target against its schedule. unreported: its values are older than the period due;
 * notYet: no value, and none is due yet.
 */
export type RowState = Exclude<PaceState, 'unknown'> | 'unreported' | 'notYet';

/** One target on a day. Numbers are exact decimal strings; rates are truncated. */
export type PaceRow = {
  readonly id: TaskId;
  readonly name: string;
  readonly leadUnit: string;
  readonly comparator: Target['comparator'];
  readonly goal: string;
  readonly unit: string;
  /** Last month covered, 1 to 12; null without values. */
  readonly through: number | null;
  /** Period covered, `5月`, `3月24日`; shown with every number. */
  readonly asOf: string | null;
  readonly reported: Reported;
  /** Month whose value is due; null if none is. */
  readonly owed: number | null;
  readonly achieved: string | null;
  /** Percentage, `40.6%`. */
  readonly completion: string | null;
  readonly scheduled: string | null;
  /** Percentage points ahead of or behind schedule; null without a schedule. */
  readonly lead: { readonly points: string; readonly isBehind: boolean } | null;
  readonly index: string | null;
  readonly state: RowState;
  readonly isMet: boolean;
  readonly lamp: Lamp;
  /** Required value for each remaining period, rounded up; null if the values are too old. */
  readonly required: {
    readonly perPeriod: string;
    readonly period: 'month' | 'quarter' | 'halfYear';
    readonly periods: number;
  } | null;
  /** Extrapolation of the values so far, not a forecast; null if the values are too old. */
  readonly projected: { readonly value: string; readonly method: 'average' | 'curve' } | null;
  /** Inconsistencies to review, in Chinese. */
  readonly doubts: readonly string[];
};
