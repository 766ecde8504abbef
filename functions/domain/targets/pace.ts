import Fraction from 'fraction.js';
import type { Temporal } from 'temporal-polyfill';
import { ONE, sumOf, ZERO } from '../base/decimal.ts';
import { periodMonths } from '../calendar/reporting-months.ts';
import type { Target } from './target.ts';
import { dueMonthOf, type MonthRange } from './target-span.ts';

/** Value of a target, and the last month covered; null without values. */
export type Actuals = {
  readonly through: number;
  /** The last day covered if the period was not over; null for a full period. */
  readonly asOf: Temporal.PlainDate | null;
  readonly value: Fraction;
} | null;

/** 超进度, 达进度, 欠进度, 未启动; unknown without values. */
export type PaceState = 'ahead' | 'onPace' | 'behind' | 'notStarted' | 'unknown';

/** Two shares that define the pace: on pace if `attained` ≥ `expected`. */
export type Reading = { readonly attained: Fraction; readonly expected: Fraction };

/** Projection of the value for the due month. */
type Projection = {
  readonly value: Fraction;
  /** average: average of the periods so far; curve: along the plan's curve. */
  readonly method: 'average' | 'curve';
};

/** Progress of a target. Shares are fractions of 1. */
export type Pace = {
  readonly state: PaceState;
  readonly isMet: boolean;
  readonly achieved: Actuals;
  /** Null for limits, ranks and rates, which do not accumulate. */
  readonly completion: Fraction | null;
  readonly scheduled: Fraction | null;
  /** Completion ÷ scheduled share. */
  readonly index: Fraction | null;
  /**
   * Required value for each remaining period; null if values do not accumulate, and from the due
   * month on.
   */
  readonly required: { readonly perPeriod: Fraction; readonly periods: number } | null;
  readonly projected: Projection | null;
};

type Aim = Pick<Target, 'goal' | 'comparator' | 'rhythm' | 'curve'>;

/** Whether the values accumulate over the year, so that the target has a schedule. */
export const isSummed = ({ comparator }: Pick<Target, 'comparator'>): boolean =>
  comparator === 'ge' || comparator === 'eq';

/** Whether `value` meets the goal. */
export const meets = (
  { goal, comparator }: Pick<Target, 'goal' | 'comparator'>,
  value: Fraction,
): boolean => (comparator === 'le' || comparator === 'rank-le' ? value.lte(goal) : value.gte(goal));

/** Progress of `target` over `span` given `achieved`. Pure and total. */
export function paceOf(target: Aim, achieved: Actuals, span: MonthRange): Pace {
  if (achieved === null) return unknown;
  return isSummed(target) ? summedPace(target, achieved, span) : directPace(target, achieved);
}

/** Planned share of the months of `span` through `month`. */
function scheduledShare({ rhythm, curve }: Aim, { from, to }: MonthRange, month: number): Fraction {
  const through = Math.min(month, to);
  if (through < from) return ZERO;
  if (through === to) return ONE;
  if (curve === null) return new Fraction(through - from + 1, to - from + 1);
  const length = periodMonths({ rhythm });
  const first = Math.floor((from - 1) / length);
  const whole = sumOf(curve.slice(first, Math.ceil(to / length)));
  const share = sumOf(curve.slice(first, Math.floor(through / length)));
  return whole.equals(0) ? ZERO : share.div(whole);
}

const unknown: Pace = {
  state: 'unknown',
  isMet: false,
  achieved: null,
  completion: null,
  scheduled: null,
  index: null,
  required: null,
  projected: null,
};

/** Limits, ranks and rates are compared with the goal only, without a schedule. */
function directPace(target: Aim, achieved: Exclude<Actuals, null>): Pace {
  const isMet = meets(target, achieved.value);
  const isEven = target.comparator === 'le' || achieved.value.equals(target.goal);
  return { ...unknown, achieved, isMet, state: !isMet ? 'behind' : isEven ? 'onPace' : 'ahead' };
}

function summedPace(target: Aim, achieved: Exclude<Actuals, null>, span: MonthRange): Pace {
  const { value, through } = achieved;
  const completion = value.div(target.goal);
  const scheduled = scheduledShare(target, span, through);
  return {
    achieved,
    completion,
    scheduled,
    state: value.lte(0) ? 'notStarted' : stateOf({ attained: completion, expected: scheduled }),
    isMet: meets(target, value),
    index: scheduled.equals(0) ? null : completion.div(scheduled),
    required: requiredOf(target, span, achieved),
    projected: projectionOf(target, value, scheduled),
  };
}

function stateOf({ attained, expected }: Reading): PaceState {
  const order = attained.compare(expected);
  if (order === 0) return 'onPace';
  return order > 0 ? 'ahead' : 'behind';
}

function requiredOf(
  { goal, rhythm }: Aim,
  span: MonthRange,
  { value, through }: Exclude<Actuals, null>,
): Pace['required'] {
  const length = periodMonths({ rhythm });
  const periods = (dueMonthOf(span, length) - Math.floor(through / length) * length) / length;
  if (periods <= 0) return null;
  const rest = goal.sub(value);
  return { perPeriod: rest.gt(0) ? rest.div(periods) : ZERO, periods };
}

function projectionOf({ curve }: Aim, value: Fraction, scheduled: Fraction): Projection | null {
  if (scheduled.equals(0)) return null;
  return { value: value.div(scheduled), method: curve === null ? 'average' : 'curve' };
}
