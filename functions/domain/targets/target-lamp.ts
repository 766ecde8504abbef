import Fraction from 'fraction.js';
import type { Temporal } from 'temporal-polyfill';
import { percent, shortest } from '../base/decimal.ts';
import { policyOn, type Rules } from '../policy/hours.ts';
import type { Lamp } from '../tasks/lamp.ts';
import type { Actuals, Pace } from './pace.ts';
import { paceLamp } from './pace-lamp.ts';
import type { Target } from './target.ts';

/** Decimals of an amount. */
const PLACES = 2;

/**
 * Age of a target's values. current: the period due is covered, or nothing is due; stale: values
 * are older; never: no value although one is due; notYet: nothing is due yet.
 */
export type Reported = 'current' | 'stale' | 'never' | 'notYet';

/** Input of the lamp besides the values. */
export type Age = {
  readonly reported: Reported;
  /** Month that is due; null if none is. */
  readonly owed: number | null;
};

/** `5月`; for a value within its period, the day: `3月24日`. */
export const throughWords = ({
  through,
  asOf,
}: Pick<Exclude<Actuals, null>, 'through' | 'asOf'>): string =>
  asOf === null ? `${through}月` : `${asOf.month}月${asOf.day}日`;

/**
 * The pace lamp of `target` on `day`. Outdated values never look better than they were: green and
 * yellow become 未报数; red stays red and is marked 未报数.
 */
export function targetLamp(
  target: Target,
  { pace, age }: { readonly pace: Pace; readonly age: Age },
  day: Temporal.PlainDate,
  rules: Rules,
): Lamp {
  const { achieved } = pace;
  if (achieved === null) return withoutFigure(age, day, rules);
  const own =
    summedLamp(target, pace, day, rules) ?? directLamp(target, achieved.value, day, rules);
  const reason = `截至${throughWords(achieved)}${own.reason}`;
  if (age.reported !== 'stale') return { ...own, reason };
  if (own.colour === 'red') return { ...own, reason: `${reason}，${lateWords(age)}` };
  return {
    ...own,
    colour: 'unreported',
    rule: 'pace.unreported',
    reason: `${reason}，${lateWords(age)}`,
    toGreen: `报来${age.owed}月的数，达到要求`,
  };
}

const lateWords = ({ owed }: Age): string => `未报数：应报${owed}月的数`;

function withoutFigure({ reported, owed }: Age, day: Temporal.PlainDate, rules: Rules): Lamp {
  const lamp = lampOn(day, rules);
  return reported === 'never'
    ? {
        ...lamp,
        colour: 'unreported',
        rule: 'pace.never',
        reason: '从未报数',
        toGreen: `报来${owed}月的数，达到要求`,
      }
    : { ...lamp, colour: 'none', rule: 'pace.notYet', reason: '还没到第一次反馈日' };
}

const lampOn = (
  day: Temporal.PlainDate,
  rules: Rules,
): Pick<Lamp, 'axis' | 'policyVersion' | 'numbers' | 'toGreen'> => ({
  axis: 'pace',
  policyVersion: policyOn(day, rules).version,
  numbers: {},
  toGreen: null,
});

/** The lamp of a target with a schedule; undefined without one. */
function summedLamp(
  { unit }: Target,
  { achieved, completion, scheduled }: Pace,
  day: Temporal.PlainDate,
  rules: Rules,
): Lamp | undefined {
  if (achieved === null || completion === null || scheduled === null) return undefined;
  const figures = { completed: completion, scheduled, daysLate: null };
  const lamp = paceLamp(figures, policyOn(day, rules).pace.targets, day, rules);
  const done = `完成${shortest(achieved.value, PLACES)}${unit}（${percent(completion)}）`;
  return { ...lamp, reason: `${done}，序时进度${percent(scheduled)}` };
}

/**
 * The lamp of a limit, rank or rate: green if met, yellow if missed within the tolerance, otherwise
 * red.
 */
function directLamp(target: Target, value: Fraction, day: Temporal.PlainDate, rules: Rules): Lamp {
  const { comparator, goal } = target;
  const isUpper = comparator === 'le' || comparator === 'rank-le';
  const missedBy = isUpper ? value.sub(goal) : goal.sub(value);
  const allowed = toleranceOf(target);
  const colour = missedBy.lte(0) ? 'green' : missedBy.lte(allowed) ? 'yellow' : 'red';
  const { reason, toGreen } = directWords(target, value);
  const shown = (number: Fraction): string => shortest(number, PLACES);
  return {
    ...lampOn(day, rules),
    colour,
    rule: 'pace.goal',
    numbers: { value: shown(value), goal: shown(goal), tolerance: shown(allowed) },
    reason,
    toGreen: colour === 'green' ? null : toGreen,
  };
}

const USUAL_POINTS = new Fraction(2);
const USUAL_SHARE_OF_POINTS = new Fraction(1, 5);
const USUAL_SHARE = new Fraction(1, 20);
const ONE_PLACE = new Fraction(1);

/** Whether values are shares or rates, which differ by percentage points. */
export const isRate = ({ comparator, unit }: Pick<Target, 'comparator' | 'unit'>): boolean =>
  comparator === 'growth' || /[%％‰]|百分点/u.test(unit);

/**
 * How far a target may miss its goal and still be yellow: one place for a rank; two points for a
 * share or rate, but at most a fifth of the goal; a twentieth of any other goal.
 */
function toleranceOf(target: Target): Fraction {
  const { tolerance, comparator, goal } = target;
  if (tolerance !== null) return tolerance;
  if (comparator === 'rank-le') return ONE_PLACE;
  if (!isRate(target)) return goal.abs().mul(USUAL_SHARE);
  const share = goal.abs().mul(USUAL_SHARE_OF_POINTS);
  return share.lt(USUAL_POINTS) ? share : USUAL_POINTS;
}

type Words = { readonly reason: string; readonly toGreen: string };

function directWords({ comparator, goal, unit }: Target, value: Fraction): Words {
  const [is, wanted] = [shortest(value, PLACES), shortest(goal, PLACES)];
  if (comparator === 'rank-le') {
    return { reason: `第${is}位，目标前${wanted}位`, toGreen: `名次升到前${wanted}位` };
  }
  if (comparator === 'le') {
    return { reason: `${is}${unit}，不超过${wanted}${unit}`, toGreen: `回到${wanted}${unit}以内` };
  }
  return { reason: `${is}${unit}，目标${wanted}${unit}`, toGreen: `达到${wanted}${unit}` };
}
