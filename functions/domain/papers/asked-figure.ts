import type { Temporal } from 'temporal-polyfill';
import { monthsOf } from '../calendar/reporting-months.ts';
import { type Actual, knownAt, type Target } from '../targets/target.ts';
import { isRate } from '../targets/target-lamp.ts';
import { type Return, startMonth } from '../tasks/reporting-days.ts';
import type { Task } from '../tasks/task.ts';

/** The figure that an item asks for. */
export type AskedFigure = {
  readonly target: Target;
  readonly version: number;
  /** The months whose figures are wanted: of a series of single periods those before a gap, too. */
  readonly months: readonly number[];
  /** What 同上次 and 无变化 give; null where they give no figure. */
  readonly same: Actual | null;
  /** The newest figure that there is. */
  readonly last: Actual | null;
};

/** A target as it is kept. */
export type KeptTarget = { readonly value: Target; readonly version: number };

/** The figure that `task` is to return on the day of `wanted`, as it is known at `now`. */
export function askedFigure(
  { value: target, version }: KeptTarget,
  { month }: Return,
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
  const missing = monthsOf(target).filter(
    (month) => month >= from && month <= through && known.get(month)?.asOf !== null,
  );
  return missing.length > 0 ? missing : [through];
}

/**
 * The figure of the last period, where it holds for the one that is asked: it counts from January, is a
 * level or a rank. That of a single period says nothing of the next one.
 */
function sameAs(
  target: Target,
  [month = 0, ...others]: readonly number[],
  known: ReadonlyMap<number, Actual>,
): Actual | null {
  if (!isLasting(target) || others.length > 0) return null;
  const before = known.get(monthsOf(target).findLast((each) => each < month) ?? 0);
  return before?.asOf === null ? before : null;
}

/** Whether a figure of `target` that is not told to have changed is still true a period later. */
const isLasting = (target: Target): boolean =>
  target.basis === 'cumulative' ||
  target.comparator === 'rank-le' ||
  (isRate(target) && target.comparator !== 'growth');
