import Fraction from 'fraction.js';
import { ONE, sumOf, ZERO } from './decimal.ts';
import { MONTHS, periodMonths, type Target } from './target.ts';

/** What a target has reached, and through which month; null where nothing is known of it. */
export type Achieved = { readonly through: number; readonly value: Fraction } | null;

/** 超进度, 达进度, 欠进度, 未启动. */
export type PaceState = 'ahead' | 'onPace' | 'behind' | 'notStarted';

/**
 * Two shares whose comparison is the pace: on pace where `attained` is at least `expected`. What
 * they are shares of differs with the kind of target.
 */
export type Reading = { readonly attained: Fraction; readonly expected: Fraction };

/** How the year's end is told from the run so far. */
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
  /** Null for a rank or a rate, which no share of the year's work adds up to. */
  readonly completion: Fraction | null;
  readonly scheduled: Fraction | null;
  /** Completion × 12 ÷ months elapsed (quarters: × 4 ÷ quarters); along a curve, ÷ its share. */
  readonly index: Fraction | null;
  /** Null where nothing is known. */
  readonly reading: Reading | null;
  /** What each period left must bring; null for a rank or a rate, and at the year's end. */
  readonly required: { readonly perPeriod: Fraction; readonly periods: number } | null;
  readonly projected: Projection | null;
};

type Aim = Pick<Target, 'goal' | 'comparator' | 'rhythm' | 'curve'>;

/** Where `target` stands with what it has achieved. Pure and total. */
export function paceOf(target: Aim, achieved: Achieved): Pace {
  const isDirect = target.comparator === 'rank-le' || target.comparator === 'growth';
  return isDirect ? directPace(target, achieved) : cumulativePace(target, achieved);
}

/** The share of the year's work that the plan has for the months through `month`. */
function scheduledShare({ rhythm, curve }: Aim, month: number): Fraction {
  const periods = Math.floor(month / periodMonths({ rhythm }));
  if (curve !== null) return sumOf(curve.slice(0, periods));
  return new Fraction(periods * periodMonths({ rhythm }), MONTHS);
}

const unknown: Pace = {
  state: 'notStarted',
  isMet: false,
  achieved: null,
  completion: null,
  scheduled: null,
  index: null,
  reading: null,
  required: null,
  projected: null,
};

/** A rank or a rate is to be at its goal all the year: it is compared with the goal alone. */
function directPace({ goal, comparator }: Aim, achieved: Achieved): Pace {
  if (achieved === null) return unknown;
  const { value } = achieved;
  const isMet = comparator === 'rank-le' ? value.lte(goal) : value.gte(goal);
  const reading = comparator === 'rank-le' ? rankReading(value, goal) : rateReading(value, goal);
  const state = value.equals(goal) ? 'onPace' : isMet ? 'ahead' : 'behind';
  return { ...unknown, achieved, isMet, reading, state };
}

/** A rank of 3 where 2 is wanted is two thirds of the way. */
const rankReading = (rank: Fraction, goal: Fraction): Reading => ({
  attained: goal.div(rank),
  expected: ONE,
});

/** A goal of no growth, or of shrinking less, has no share: it is met or it is not. */
const rateReading = (rate: Fraction, goal: Fraction): Reading => ({
  attained: goal.gt(0) ? rate.div(goal) : rate.gte(goal) ? ONE : ZERO,
  expected: ONE,
});

function cumulativePace(target: Aim, achieved: Achieved): Pace {
  if (achieved === null) return unknown;
  const { goal, comparator } = target;
  const completion = achieved.value.div(goal);
  const scheduled = scheduledShare(target, achieved.through);
  const isLimit = comparator === 'le';
  const reading = isLimit
    ? { attained: scheduled, expected: completion }
    : { attained: completion, expected: scheduled };
  return {
    achieved,
    completion,
    scheduled,
    reading,
    state: !isLimit && achieved.value.lte(0) ? 'notStarted' : stateOf(reading),
    isMet: isLimit ? completion.lte(1) : completion.gte(1),
    index: scheduled.equals(0) ? null : completion.div(scheduled),
    required: requiredOf(target, achieved.value, achieved.through),
    projected: projectionOf(target, achieved.value, scheduled),
  };
}

function stateOf({ attained, expected }: Reading): PaceState {
  const order = attained.compare(expected);
  if (order === 0) return 'onPace';
  return order > 0 ? 'ahead' : 'behind';
}

function requiredOf({ goal, rhythm }: Aim, value: Fraction, month: number): Pace['required'] {
  const length = periodMonths({ rhythm });
  const periods = MONTHS / length - Math.floor(month / length);
  if (periods === 0) return null;
  const rest = goal.sub(value);
  return { perPeriod: rest.gt(0) ? rest.div(periods) : ZERO, periods };
}

function projectionOf({ curve }: Aim, value: Fraction, scheduled: Fraction): Projection | null {
  if (scheduled.equals(0)) return null;
  return { value: value.div(scheduled), method: curve === null ? 'average' : 'curve' };
}
