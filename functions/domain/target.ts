import type Fraction from 'fraction.js';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Decimal, ONE, sumOf } from './decimal.ts';
import { Line, Moment } from './parsing.ts';
import { Metric } from './promise.ts';

export const MONTHS = 12;

/** One figure as it was returned; a later one for the same month corrects it and both are kept. */
export const Actual = z.object({
  /** The month it goes through, 1 to 12. */
  month: z.int().min(1).max(MONTHS),
  value: Decimal,
  /** Where it comes from, `统计联网直报平台`. */
  source: Line.min(1),
  /** The post that returned it. */
  reportedBy: Line.min(1),
  at: Moment,
  /** Why it corrects an earlier one; empty for a first return. */
  why: Line.default(''),
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
  /** The id of the task that is its promise. */
  id: z.string(),
  park: z.string(),
  plan: z.int(),
  name: Line.min(1),
  unit: Line.min(1),
  goal: Decimal,
  comparator: Metric.shape.comparator,
  rhythm: z.enum(['monthly', 'quarterly']).default('monthly'),
  /** Whether a figure counts from January or for its own period alone: declared, never guessed. */
  basis: z.enum(['cumulative', 'perPeriod']),
  /** The plan's share of each period of the year, in sum 1; null for equal shares. */
  curve: z.array(Decimal).nullable().default(null),
  countedFrom: Count.nullable().default(null),
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
  readonly id: string;
  /** The version of the target that was seen; a later one is not changed unseen. */
  readonly seen?: number;
  readonly figures: readonly Pick<Actual, 'month' | 'value' | 'source' | 'why'>[];
};

/** Months of one period of `target`: 1, or 3 where it is returned by quarter. */
export const periodMonths = ({ rhythm }: Pick<Target, 'rhythm'>): number =>
  rhythm === 'quarterly' ? MONTHS / 4 : 1;

/** Why `value` cannot be the figure of `month`; undefined where it can. */
export function misfit(
  { rhythm, comparator }: Pick<Target, 'rhythm' | 'comparator'>,
  month: number,
  value: Fraction,
): string | undefined {
  if (month % periodMonths({ rhythm }) !== 0) return '按季填报的指标只填 3、6、9、12 月';
  return comparator === 'rank-le' && value.lt(1) ? '名次从 1 起' : undefined;
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

function wrongActuals({ actuals, rhythm, comparator }: Shape): readonly Contradiction[] {
  const odd = actuals.find(({ month }) => month % periodMonths({ rhythm }) !== 0);
  if (odd) return [['actuals', `按季填报的指标没有 ${odd.month} 月的数`]];
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

/** The year's last month that is over at the end of `day`; 0 before the end of January. */
export function monthsOver(day: Temporal.PlainDate, year: number): number {
  if (day.year !== year) return day.year < year ? 0 : MONTHS;
  return day.day === day.daysInMonth ? day.month : day.month - 1;
}
