import Fraction from 'fraction.js';
import type { Temporal } from 'temporal-polyfill';
import { ONE, sumOf, ZERO } from '../base/decimal.ts';
import { periodMonths } from '../calendar/reporting-months.ts';
import type { Target } from './target.ts';
import { dueMonthOf, type Span } from './target-span.ts';

/** What a target has reached, and through which month; null where nothing is known of it. */
export type Achieved = {
  readonly through: number;
  /** The day it goes through where its period was not over yet; null for a whole period. */
  readonly asOf: Temporal.PlainDate | null;
  readonly value: Fraction;
} | null;

/** 超进度, 达进度, 欠进度, 未启动; unknown while there is no figure. */
export type PaceState = 'ahead' | 'onPace' | 'behind' | 'notStarted' | 'unknown';

/** Two shares whose comparison is the pace: on pace where `attained` is at least `expected`. */
export type Reading = { readonly attained: Fraction; readonly expected: Fraction };

/** How the due month is told from the run so far. */
type Projection = {
  readonly value: Fraction;
  /** average: at the average of the periods so far; curve: along the plan's own curve. */
  readonly method: 'average' | 'curve';
};

/** Where a target stands. Shares are of 1. */
export type Pace = {
  readonly state: PaceState;
  readonly isMet: boolean;
  readonly achieved: Achieved;
  /** Null for a limit, a rank or a rate, which no share of the work adds up to. */
  readonly completion: Fraction | null;
  readonly scheduled: Fraction | null;
  /** Completion ÷ scheduled share. */
  readonly index: Fraction | null;
  /** What each period left must bring; null for what does not add up, and from the due month on. */
  readonly required: { readonly perPeriod: Fraction; readonly periods: number } | null;
  readonly projected: Projection | null;
};

type Aim = Pick<Target, 'goal' | 'comparator' | 'rhythm' | 'curve'>;

/** Whether the figures of a target add up to its goal over the year: it has a schedule. */
export const isSummed = ({ comparator }: Pick<Target, 'comparator'>): boolean =>
  comparator === 'ge' || comparator === 'eq';

/** Whether `value` is where the target is to be. */
export const meets = (
  { goal, comparator }: Pick<Target, 'goal' | 'comparator'>,
  value: Fraction,
): boolean => (comparator === 'le' || comparator === 'rank-le' ? value.lte(goal) : value.gte(goal));

/** Where `target`, which runs through `span`, stands with what it has achieved. Pure and total. */
export function paceOf(target: Aim, achieved: Achieved, span: Span): Pace {
  if (achieved === null) return unknown;
  return isSummed(target) ? summedPace(target, achieved, span) : directPace(target, achieved);
}

/** The share of the work that the plan has for the months of `span` through `month`. */
function scheduledShare({ rhythm, curve }: Aim, { from, to }: Span, month: number): Fraction {
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

/** A limit, a rank or a rate is compared with its goal alone; a limit is kept, never outrun. */
function directPace(target: Aim, achieved: Exclude<Achieved, null>): Pace {
  const isMet = meets(target, achieved.value);
  const isEven = target.comparator === 'le' || achieved.value.equals(target.goal);
  return { ...unknown, achieved, isMet, state: !isMet ? 'behind' : isEven ? 'onPace' : 'ahead' };
}

function summedPace(target: Aim, achieved: Exclude<Achieved, null>, span: Span): Pace {
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
  span: Span,
  { value, through }: Exclude<Achieved, null>,
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
