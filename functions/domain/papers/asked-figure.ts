import type { Temporal } from 'temporal-polyfill';
import { reportingMonths } from '../calendar/reporting-months.ts';
import { type Actual, knownAt, type Target } from '../targets/target.ts';
import { isRate } from '../targets/target-lamp.ts';
import type { ReportingDay } from '../tasks/reporting-day.ts';
import { startMonth } from '../tasks/reporting-days.ts';
import type { Task } from '../tasks/task.ts';

/** The value that a form item asks for. */
export type AskedFigure = {
  readonly target: Target;
  readonly version: number;
  /** Requested months. For a per-period target, includes earlier months without a value. */
  readonly months: readonly number[];
  /** The value that 同上次 or 无变化 reports; null if neither applies. */
  readonly same: Actual | null;
  /** The latest known value. */
  readonly last: Actual | null;
};

/** A stored target. */
export type KeptTarget = { readonly value: Target; readonly version: number };

/** The value that `task` must report on the day of `wanted`, as known at `now`. */
export function askedFigure(
  { value: target, version }: KeptTarget,
  { month }: ReportingDay,
  task: Task,
  now: Temporal.Instant,
): AskedFigure {
  const known = knownAt(target, now);
  const months = monthsWanted(target, month ?? 0, startMonth(task), known);
  const last = [...known.values()].at(-1) ?? null;
  return { target, version, months, same: sameAs(target, months, known), last };
}

function monthsWanted(
  target: Target,
  through: number,
  from: number,
  known: ReadonlyMap<number, Actual>,
): readonly number[] {
  if (target.basis === 'cumulative' || target.countedFrom !== null) return [through];
  const missing = reportingMonths(target).filter(
    (month) => month >= from && month <= through && known.get(month)?.asOf !== null,
  );
  return missing.length > 0 ? missing : [through];
}

/**
 * The value of the last period, if it can be carried over: cumulative values, levels and ranks can;
 * per-period values cannot.
 */
function sameAs(
  target: Target,
  [month = 0, ...others]: readonly number[],
  known: ReadonlyMap<number, Actual>,
): Actual | null {
  if (!isLasting(target) || others.length > 0) return null;
  const before = known.get(reportingMonths(target).findLast((each) => each < month) ?? 0);
  return before?.asOf === null ? before : null;
}

/** Whether an unchanged value of `target` remains valid in the next period. */
const isLasting = (target: Target): boolean =>
  target.basis === 'cumulative' ||
  target.comparator === 'rank-le' ||
  (isRate(target) && target.comparator !== 'growth');
