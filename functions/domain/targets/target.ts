import type Fraction from 'fraction.js';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Decimal, ONE, sumOf } from '../base/decimal.ts';
import { TaskId } from '../base/ids.ts';
import { Day, Line, Moment } from '../base/parsing.ts';
import { Metric } from '../base/promise.ts';
import {
  MONTHS,
  monthsOf,
  periodMonths,
  type Rhythm,
  returnMonths,
  rhythms,
} from '../calendar/reporting-months.ts';

/** One figure as it was returned; a later one for the same month corrects it and both are kept. */
export const Actual = z.object({
  /** The month it goes through, 1 to 12. */
  month: z.int().min(1).max(MONTHS),
  value: Decimal,
  /** Where it comes from, `统计联网直报平台`. */
  source: Line.min(1),
  /** The post that returned it. */
  reportedBy: Line.min(1),
  /** What its post was called then; not known of what is older than this. */
  reportedName: Line.exactOptional(),
  at: Moment,
  /** Why it corrects an earlier one; empty for a first return. */
  why: Line.default(''),
  /** The day it goes through where its period was not over yet (截至当日); null for a whole period. */
  asOf: Day.nullable().default(null),
});
export type Actual = z.infer<typeof Actual>;

/** What is counted in a list instead of being typed in. */
export const Count = z.discriminatedUnion('list', [
  z.object({
    list: z.literal('projects'),
    /** investment is the amount signed for, in 亿元; the others are numbers of projects. */
    figure: z.enum(['signed', 'started', 'completed', 'investment']),
    /** Only projects of this size class: its lower bound in 亿元. */
    size: z.enum(['1', '5', '10', '30']).optional(),
  }),
  z.object({ list: z.literal('enterprises') }),
]);
export type Count = z.infer<typeof Count>;

const Shape = z.object({
  /** That of the task that is its promise. */
  id: TaskId,
  park: z.string(),
  plan: z.int(),
  name: Line.min(1),
  unit: Line.min(1),
  goal: Decimal,
  comparator: Metric.shape.comparator,
  rhythm: z.enum(rhythms).default('monthly'),
  /** Months that have no figure of their own: January where 1–2月 are published together. */
  unpublished: z.array(z.int().min(1).max(MONTHS)).default([]),
  /** Whether a figure counts from January or for its own period alone: declared, never guessed. */
  basis: z.enum(['cumulative', 'perPeriod']),
  /** The plan's share of each period of the year, in sum 1; null for equal shares. */
  curve: z.array(Decimal).nullable().default(null),
  countedFrom: Count.nullable().default(null),
  /** By how much a limit, a rank or a rate may miss its goal and be yellow; null for the usual. */
  tolerance: Decimal.nullable().default(null),
  /** As they were returned, oldest first. */
  actuals: z.array(Actual).default([]),
});
type Shape = z.infer<typeof Shape>;

/** How one number of the plan is reported, and what was reported of it. */
export const Target = Shape.superRefine((target, context) => {
  for (const [path, message] of contradictions(target)) {
    context.addIssue({ code: 'custom', path: [path], message });
  }
});
export type Target = z.infer<typeof Target>;

/** What is returned of one target: the figures of its months, where from, and why corrected. */
export type Return = {
  readonly id: TaskId;
  /** The version of the target that was seen; a later one is not changed unseen. */
  readonly seen?: number;
  readonly figures: readonly Pick<Actual, 'month' | 'value' | 'source' | 'why'>[];
};

/** How people call a rhythm. */
const rhythmName: Readonly<Record<Rhythm, string>> = {
  monthly: '按月',
  quarterly: '按季',
  halfYearly: '按半年',
};

/** Why `value` cannot be the figure of `month`; undefined where it can. */
export function misfit(
  target: Pick<Target, 'rhythm' | 'comparator' | 'countedFrom' | 'unpublished'>,
  month: number,
  value: Fraction,
): string | undefined {
  const { rhythm, comparator, unpublished } = target;
  if (month % returnMonths(target) !== 0) {
    return `${rhythmName[rhythm]}填报的指标只填 ${monthsOf(target).join('、')} 月`;
  }
  if (unpublished.includes(month)) return `${month}月的数不单独公布，请填下一个月的`;
  if (comparator !== 'rank-le') return undefined;
  return value.d === 1n && value.gte(1) ? undefined : '名次应是从 1 起的整数';
}

type Contradiction = readonly [field: string, message: string];

/** What in a target cannot be true together. */
const contradictions = (target: Shape): readonly Contradiction[] => [
  ...wrongCurve(target),
  ...wrongActuals(target),
  ...(target.goal.gt(0) || target.comparator === 'growth'
    ? []
    : [['goal', '目标应大于 0'] as const]),
];

function wrongCurve({ curve, rhythm }: Shape): readonly Contradiction[] {
  if (curve === null) return [];
  const periods = MONTHS / periodMonths({ rhythm });
  if (curve.length !== periods || !sumOf(curve).equals(ONE)) {
    return [['curve', `计划进度应有 ${periods} 个比重，合计为 1`]];
  }
  return curve.every((weight) => weight.gte(0)) ? [] : [['curve', '计划进度的比重不能小于 0']];
}

function wrongActuals(target: Shape): readonly Contradiction[] {
  const { actuals, comparator, rhythm } = target;
  const odd = actuals.find(({ month }) => month % returnMonths(target) !== 0);
  if (odd) return [['actuals', `${rhythmName[rhythm]}填报的指标没有 ${odd.month} 月的数`]];
  const isNoRank = comparator === 'rank-le' && actuals.some(({ value }) => value.lt(1));
  return isNoRank ? [['actuals', '名次从 1 起']] : [];
}

/** The figures of `target` that were known at `instant`: for each month the last one returned. */
export function knownAt(
  { actuals }: Pick<Target, 'actuals'>,
  instant: Temporal.Instant,
): ReadonlyMap<number, Actual> {
  const known = actuals
    .filter(({ at }) => Temporal.Instant.compare(at, instant) <= 0)
    .toSorted((a, b) => a.month - b.month || Temporal.Instant.compare(a.at, b.at));
  return new Map(known.map((actual) => [actual.month, actual]));
}
