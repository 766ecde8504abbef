import Fraction from 'fraction.js';
import { Temporal } from 'temporal-polyfill';
import { shortest } from '../base/decimal.ts';
import { monthsOf, monthsOver } from '../calendar/reporting-months.ts';
import { localDay, type Rules } from '../policy/hours.ts';
import { askedOn, returnDays } from '../tasks/reporting-days.ts';
import type { Task } from '../tasks/task.ts';
import { type Actual, knownAt, misfit, type Target } from './target.ts';
import { isRate } from './target-lamp.ts';

/** A figure as somebody gives it, before it is taken. */
export type GivenFigure = Pick<Actual, 'month' | 'value' | 'source' | 'why'> & {
  /** Whether whoever gives it has looked at it again after it was asked back. */
  readonly isChecked: boolean;
};

/** What is wrong with a figure, or has to be confirmed, by the part of it that it is about. */
export type FigureFault = {
  readonly field: 'month' | 'value' | 'why' | 'confirm';
  readonly message: string;
};

/** A target, the promise that it belongs to with what its figures say, and the instant of the return. */
export type Receiving = {
  readonly target: Target;
  readonly task: Task;
  readonly now: Temporal.Instant;
  readonly rules: Rules;
};

/**
 * Everything that is wrong with `figure`, whichever way it comes in. One that is well given but far
 * from the last one is asked back until it is confirmed.
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

/** Whether `figure` says otherwise than `before`, which was one of the whole period. */
export const corrects = (
  before: Actual | undefined,
  { value }: Pick<GivenFigure, 'value'>,
): before is Actual => before !== undefined && before.asOf === null && !before.value.equals(value);

const correctionWords = ({ month, value }: Actual): string =>
  `${month}月已填报 ${shortest(value, 6)}，更正须说明原因`;

/**
 * The last month whose figure is taken: the last one that is over, or, where the plan's own words set
 * a return day inside the period, that period from the day of asking on.
 */
function openThrough({ target, task, now, rules }: Receiving): number {
  const today = localDay(now, rules);
  let through = monthsOver(today, target.plan);
  for (const each of returnDays(task, rules)) {
    const { month, day } = each;
    if (Temporal.PlainDate.compare(askedOn(task, each, rules), today) > 0) break;
    if (month !== null && month > monthsOver(day, target.plan)) through = Math.max(through, month);
  }
  return through;
}

/** The months whose figures are taken now. */
export function openMonths(receiving: Receiving): readonly number[] {
  const through = openThrough(receiving);
  return monthsOf(receiving.target).filter((month) => month <= through);
}

/** By how many times a figure may differ from another and still be believed. */
const TIMES = 10;

/** By how many points a share or rate may. */
const POINTS = 20;

/**
 * What `figure` is asked back for: it is ten times the last figure or a tenth of it, without one ten
 * times the goal; a share or rate lies more than 20 points from the last. Undefined for what is
 * believed; a rank, and nothing at all, are.
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

/** The figure that another one is compared with: the last before it, else the first after it. */
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
