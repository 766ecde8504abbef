import type { Temporal } from 'temporal-polyfill';
import { standing } from './achieved.ts';
import { cut, percent, shortest } from './decimal.ts';
import type { Figures } from './figures.ts';
import { endOf, policyOn, type Rules } from './hours.ts';
import type { Lamp } from './lamp.ts';
import { type Pace, type PaceState, paceOf } from './pace.ts';
import { paceLamp } from './pace-lamp.ts';
import type { Target } from './target.ts';
import type { Task } from './task.ts';

/** One target as it stands on a day. Numbers are exact decimals as text; rates are cut, never rounded up. */
export type PaceRow = {
  readonly id: string;
  readonly name: string;
  readonly leadUnit: string;
  readonly comparator: Target['comparator'];
  readonly goal: string;
  readonly unit: string;
  /** The last month of the figures, 1 to 12; null where there are none. */
  readonly through: number | null;
  readonly achieved: string | null;
  /** Percent, `40.6%`. */
  readonly completion: string | null;
  readonly scheduled: string | null;
  /** Points by which it is ahead of its schedule, or behind it; null for what has no schedule. */
  readonly lead: { readonly points: string; readonly isBehind: boolean } | null;
  readonly index: string | null;
  readonly state: PaceState;
  readonly isMet: boolean;
  readonly lamp: Lamp;
  /** What each month or quarter left must bring, rounded up. */
  readonly required: {
    readonly perPeriod: string;
    readonly period: 'month' | 'quarter';
    readonly periods: number;
  } | null;
  /** A projection from the run so far, not a forecast. */
  readonly projected: { readonly value: string; readonly method: 'average' | 'curve' } | null;
  /** What about the figures must be looked into, in Chinese. */
  readonly doubts: readonly string[];
};

/** Digits of an amount after its point. */
const PLACES = 2;

/**
 * How every target of `figures` stands at the end of `day`, a day of the park's zone.
 *
 * @param tasks - the promises that the targets belong to, by id.
 */
export const paceRows = (
  { targets, ...lists }: Figures,
  tasks: ReadonlyMap<string, Task>,
  day: Temporal.PlainDate,
  rules: Rules,
): readonly PaceRow[] =>
  targets.map((target) => {
    const { achieved, doubts } = standing(target, lists, day, endOf(day, rules));
    const pace = paceOf(target, achieved);
    const { id, name, comparator, goal, unit } = target;
    return {
      id,
      name,
      leadUnit: tasks.get(id)?.leadUnit ?? '',
      comparator,
      goal: shortest(goal, PLACES),
      unit,
      ...numbersOf(pace, target),
      lamp: lampOf(target, pace, day, rules),
      doubts,
    };
  });

type Numbers = Omit<
  PaceRow,
  'id' | 'name' | 'leadUnit' | 'comparator' | 'goal' | 'unit' | 'lamp' | 'doubts'
>;

function numbersOf(pace: Pace, { rhythm }: Target): Numbers {
  const { achieved, completion, scheduled, index, state, isMet } = pace;
  return {
    through: achieved?.through ?? null,
    achieved: achieved && shortest(achieved.value, PLACES),
    completion: completion && percent(completion),
    scheduled: scheduled && percent(scheduled),
    lead: leadOf(pace),
    index: index && cut(index, PLACES),
    state,
    isMet,
    required: requiredOf(pace, rhythm),
    projected: projectedOf(pace),
  };
}

function leadOf({ completion, reading }: Pace): PaceRow['lead'] {
  if (completion === null || reading === null) return null;
  const points = reading.attained.sub(reading.expected).mul(100);
  return { points: shortest(points.abs().floor(1), 1), isBehind: points.lt(0) };
}

function requiredOf({ required }: Pace, rhythm: Target['rhythm']): PaceRow['required'] {
  if (required === null) return null;
  const perPeriod = shortest(required.perPeriod.ceil(PLACES), PLACES);
  const period = rhythm === 'quarterly' ? 'quarter' : 'month';
  return { perPeriod, period, periods: required.periods };
}

function projectedOf({ projected }: Pace): PaceRow['projected'] {
  if (projected === null) return null;
  const { value, method } = projected;
  return { value: shortest(value.floor(PLACES), PLACES), method };
}

/** The lamp of a target; one that does not add up, or must not, says why in words of its own. */
function lampOf(target: Target, pace: Pace, day: Temporal.PlainDate, rules: Rules): Lamp {
  const figures = pace.reading && {
    completed: pace.reading.attained,
    scheduled: pace.reading.expected,
    daysLate: null,
  };
  const lamp = paceLamp(figures, policyOn(day, rules).pace.targets, day, rules);
  const words = ownWords(target, pace);
  return words ? { ...lamp, ...words, toGreen: lamp.toGreen && words.toGreen } : lamp;
}

type Words = { readonly reason: string; readonly toGreen: string };

function ownWords({ comparator, goal, unit }: Target, pace: Pace): Words | undefined {
  const { achieved, completion, scheduled } = pace;
  if (achieved === null) return undefined;
  const [value, wanted] = [shortest(achieved.value, PLACES), shortest(goal, PLACES)];
  if (comparator === 'rank-le') {
    return { reason: `第${value}位，目标前${wanted}位`, toGreen: `名次上升，接近前${wanted}位` };
  }
  if (comparator === 'growth') {
    return { reason: `${value}${unit}，目标${wanted}${unit}`, toGreen: `增速接近${wanted}${unit}` };
  }
  if (comparator !== 'le' || !completion || !scheduled) return undefined;
  const reason = `已用${percent(completion)}，序时进度${percent(scheduled)}`;
  return { reason, toGreen: '把用量控制到序时进度以内' };
}
