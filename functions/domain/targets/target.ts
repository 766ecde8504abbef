import type Fraction from 'fraction.js';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Decimal, ONE, sumOf } from '../base/decimal.ts';
import { TaskId } from '../base/ids.ts';
import { Day, Moment, OneLine } from '../base/parsing.ts';
import { Metric } from '../base/promise.ts';
import {
  MONTHS,
  periodMonths,
  type ReportingFrequency,
  reportingFrequencies,
  reportingMonths,
  returnMonths,
} from '../calendar/reporting-months.ts';

/** A reported value. A later value for the same month corrects it; both are stored. */
export const Actual = z.object({
  /** Last month covered, 1 to 12. */
  month: z.int().min(1).max(MONTHS),
  value: Decimal,
  /** Data source, `统计联网直报平台`. */
  source: OneLine.min(1),
  /** The post that reported it. */
  reportedBy: OneLine.min(1),
  /** Name of that post at the time; missing in older records. */
  reportedName: OneLine.exactOptional(),
  at: Moment,
  /** Reason for a correction; empty for a first report. */
  why: OneLine.default(''),
  /** The last day covered if the period was not over (截至当日); null for a full period. */
  asOf: Day.nullable().default(null),
});
export type Actual = z.infer<typeof Actual>;

/** How a value is counted from a list instead of being entered. */
export const Count = z.discriminatedUnion('list', [
  z.object({
    list: z.literal('projects'),
    /** investment: signed amount in 亿元; the others: number of projects. */
    figure: z.enum(['signed', 'started', 'completed', 'investment']),
    /** Only projects of this size class (lower bound in 亿元). */
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
  name: OneLine.min(1),
  unit: OneLine.min(1),
  goal: Decimal,
  comparator: Metric.shape.comparator,
  rhythm: z.enum(reportingFrequencies).default('monthly'),
  /** Months without a value of their own, for example January if 1–2月 are published together. */
  unpublished: z.array(z.int().min(1).max(MONTHS)).default([]),
  /** Whether values cover the year to date or a single period; always explicit. */
  basis: z.enum(['cumulative', 'perPeriod']),
  /** Planned share of each period of the year, adding up to 1; null for equal shares. */
  curve: z.array(Decimal).nullable().default(null),
  countedFrom: Count.nullable().default(null),
  /** How far a limit, rank or rate may miss its goal and still be yellow; null for the default. */
  tolerance: Decimal.nullable().default(null),
  /** In the order they were reported. */
  actuals: z.array(Actual).default([]),
});
type Shape = z.infer<typeof Shape>;

/** A target: how one number of the plan is reported, and all reported values. */
export const Target = Shape.superRefine((target, context) => {
  for (const [path, message] of contradictions(target)) {
    context.addIssue({ code: 'custom', path: [path], message });
  }
});
export type Target = z.infer<typeof Target>;

/** A report for one target: values by month, their source, and reasons for corrections. */
export type TargetReport = {
  readonly id: TaskId;
  /** Version of the target that the user saw; a newer version rejects the report. */
  readonly seen?: number;
  readonly figures: readonly Pick<Actual, 'month' | 'value' | 'source' | 'why'>[];
};

/** Recurrences in Chinese. */
const rhythmName: Readonly<Record<ReportingFrequency, string>> = {
  monthly: '按月',
  quarterly: '按季',
  halfYearly: '按半年',
};

/** Why `value` is invalid for `month`; undefined if valid. */
export function misfit(
  target: Pick<Target, 'rhythm' | 'comparator' | 'countedFrom' | 'unpublished'>,
  month: number,
  value: Fraction,
): string | undefined {
  const { rhythm, comparator, unpublished } = target;
  if (month % returnMonths(target) !== 0) {
    return `${rhythmName[rhythm]}填报的指标只填 ${reportingMonths(target).join('、')} 月`;
  }
  if (unpublished.includes(month)) return `${month}月的数不单独公布，请填下一个月的`;
  if (comparator !== 'rank-le') return undefined;
  return value.d === 1n && value.gte(1) ? undefined : '名次应是从 1 起的整数';
}

type Contradiction = readonly [field: string, message: string];

/** Contradictions between fields of a target. */
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

/** Values of `target` known at `instant`: the latest one for each month. */
export function knownAt(
  { actuals }: Pick<Target, 'actuals'>,
  instant: Temporal.Instant,
): ReadonlyMap<number, Actual> {
  const known = actuals
    .filter(({ at }) => Temporal.Instant.compare(at, instant) <= 0)
    .toSorted((a, b) => a.month - b.month || Temporal.Instant.compare(a.at, b.at));
  return new Map(known.map((actual) => [actual.month, actual]));
}
