import Fraction from 'fraction.js';
import { Temporal } from 'temporal-polyfill';
import { shortest } from '../base/decimal.ts';
import { monthsOver, reportingMonths } from '../calendar/reporting-months.ts';
import { localDay, type Rules } from '../policy/hours.ts';
import { askedOn } from '../tasks/reporting-asked.ts';
import { reportingDays } from '../tasks/reporting-days.ts';
import type { Task } from '../tasks/task.ts';
import { type Actual, knownAt, misfit, type Target } from './target.ts';
import { isRate } from './target-lamp.ts';

/** A value as entered, before validation. */
export type GivenFigure = Pick<Actual, 'month' | 'value' | 'source' | 'why'> & {
  /** Whether the user has confirmed a value that differs widely from the last one. */
  readonly isChecked: boolean;
};

/** A problem with, or a question about, one field of a value. */
export type FigureFault = {
  readonly field: 'month' | 'value' | 'why' | 'confirm';
  readonly message: string;
};

/** A target, its task (with what its values imply), and the time of the report. */
export type Receiving = {
  readonly target: Target;
  readonly task: Task;
  readonly now: Temporal.Instant;
  readonly rules: Rules;
};

/**
 * All problems with `figure`, from any input channel. A valid value that differs widely from the
 * last one must be confirmed.
 */
export function faultsOfFigure(figure: GivenFigure, receiving: Receiving): readonly FigureFault[] {
  const { target, now } = receiving;
  const { month, value, why, isChecked } = figure;
  const known = knownAt(target, now);
  const before = known.get(month);
  const odd = misfit(target, month, value);
  const question = isChecked ? undefined : questionOf(figure, target, known);
  const faults: readonly (FigureFault | undefined)[] = [
    month > openThrough(receiving)
      ? { field: 'month', message: `${month}月还没有结束` }
      : undefined,
    odd === undefined ? undefined : { field: 'value', message: odd },
    corrects(before, figure) && why === ''
      ? { field: 'why', message: correctionWords(before) }
      : undefined,
    question === undefined ? undefined : { field: 'confirm', message: question },
  ];
  return faults.filter((fault) => fault !== undefined);
}

/** Whether `figure` changes `before`, a value for the full period. */
export const corrects = (
  before: Actual | undefined,
  { value }: Pick<GivenFigure, 'value'>,
): before is Actual => before !== undefined && before.asOf === null && !before.value.equals(value);

const correctionWords = ({ month, value }: Actual): string =>
  `${month}月已填报 ${shortest(value, 6)}，更正须说明原因`;

/**
 * The last month for which a value is accepted: the last completed month; if the plan sets a
 * reporting day within the period, the current period once it is requested.
 */
function openThrough({ target, task, now, rules }: Receiving): number {
  const today = localDay(now, rules);
  let through = monthsOver(today, target.plan);
  for (const each of reportingDays(task, rules)) {
    const { month, day } = each;
    if (Temporal.PlainDate.compare(askedOn(task, each, rules), today) > 0) break;
    if (month !== null && month > monthsOver(day, target.plan)) through = Math.max(through, month);
  }
  return through;
}

/** Months for which values are currently accepted. */
export function openMonths(receiving: Receiving): readonly number[] {
  const through = openThrough(receiving);
  return reportingMonths(receiving.target).filter((month) => month <= through);
}

/** Factor by which a value may differ from another without confirmation. */
const TIMES = 10;

/** Percentage points by which a share or rate may differ without confirmation. */
const POINTS = 20;

/**
 * The confirmation question for `figure`: it is at least ten times or at most a tenth of the last
 * value (the goal if there is none), or differs by more than 20 points for a share or rate.
 * Undefined if no confirmation is needed; ranks and zeros need none.
 */
function questionOf(
  { month, value }: Pick<GivenFigure, 'month' | 'value'>,
  target: Target,
  known: ReadonlyMap<number, Actual>,
): string | undefined {
  if (target.comparator === 'rank-le' || value.equals(0)) return undefined;
  const last = nearest(month, known);
  const far = last ? farFrom(value, last, target) : farAbove(value, target);
  if (far === undefined) return undefined;
  const remedy = isRate(target) ? '请核对小数点和正负' : '请核对单位和小数点';
  return `填的是${shortest(value, 6)}${target.unit}，${far}，${remedy}`;
}

/** The value to compare with: the last one before it, otherwise the first one after it. */
function nearest(month: number, known: ReadonlyMap<number, Actual>): Actual | undefined {
  const others = [...known.values()].filter((each) => each.month !== month);
  return others.findLast((each) => each.month < month) ?? others[0];
}

function farFrom(value: Fraction, last: Actual, target: Target): string | undefined {
  const before = `${last.month}月${shortest(last.value, 6)}${target.unit}`;
  if (isRate(target)) {
    const points = value.sub(last.value).abs();
    return points.gt(POINTS) ? `与${before}相差${shortest(points, 2)}个百分点` : undefined;
  }
  if (last.value.equals(0)) return farAbove(value, target);
  const times = value.div(last.value).abs();
  if (times.gte(TIMES)) return `是${before}的${shortest(times.floor(1), 1)}倍`;
  return times.lte(new Fraction(1, TIMES))
    ? `只有${before}的${shortest(times.mul(100), 2)}%`
    : undefined;
}

function farAbove(value: Fraction, { goal, unit }: Target): string | undefined {
  if (goal.lte(0) || value.abs().lt(goal.mul(TIMES))) return undefined;
  const times = shortest(value.abs().div(goal).floor(1), 1);
  return `是目标${shortest(goal, 6)}${unit}的${times}倍`;
}
