import type Fraction from 'fraction.js';
import { Temporal } from 'temporal-polyfill';
import { shortest, sumOf } from '../base/decimal.ts';
import { reportingMonths } from '../calendar/reporting-months.ts';
import type { Actuals } from './pace.ts';
import { counted, type Lists } from './project-list.ts';
import { type Actual, type Count, knownAt, type Target } from './target.ts';

/** Reported value of a target, and inconsistencies to review. */
export type ActualsRead = {
  readonly achieved: Actuals;
  /** In Chinese, one sentence each; empty if the values agree. */
  readonly doubts: readonly string[];
};

/** The latest value of each month, in ascending order of months. */
export type Known = ReadonlyMap<number, Actual>;

/**
 * The value of `target` as known at `at`; later reports are ignored.
 * A counted value is computed from its list through the month of the last report. A differing
 * entered value is reported as a doubt and not used. Per-period values are added up to the first
 * missing period.
 */
export const actualsOf = (target: Target, lists: Lists, at: Temporal.Instant): ActualsRead =>
  actualsBy(target, lists, knownAt(target, at));

/** The value of `target` according to `known`. */
export function actualsBy(target: Target, lists: Lists, known: Known): ActualsRead {
  const { countedFrom } = target;
  if (countedFrom) return countedBy(target, { known, lists, countedFrom });
  return target.basis === 'cumulative' ? running(known, target) : added(known, target);
}

type Counting = { readonly known: Known; readonly lists: Lists; readonly countedFrom: Count };

function countedBy(target: Target, counting: Counting): ActualsRead {
  const { known, countedFrom, lists } = counting;
  const last = [...known].at(-1);
  if (!last) return { achieved: null, doubts: [] };
  const [through, { asOf }] = last;
  const value = countedTo(countedFrom, lists, target.plan, through);
  return { achieved: { through, asOf, value }, doubts: disagreements(target, counting) };
}

/** The count through the end of `month`. */
const countedTo = (count: Count, lists: Lists, year: number, month: number): Fraction =>
  counted(count, lists, lastDay(year, month));

const disagreements = (
  { plan, unit }: Target,
  { known, lists, countedFrom }: Counting,
): readonly string[] =>
  [...known.values()].flatMap(({ month, value }) => {
    const count = countedTo(countedFrom, lists, plan, month);
    if (count.equals(value)) return [];
    return [
      `${month}月填报${shortest(value, 2)}${unit}，清单合计${shortest(count, 2)}${unit}，按清单计`,
    ];
  });

/** The latest year-to-date value. A decrease is accepted but reported as a doubt. */
function running(known: Known, { unit, comparator }: Target): ActualsRead {
  const actuals = [...known.values()];
  const last = actuals.at(-1);
  if (!last) return { achieved: null, doubts: [] };
  const isSum = comparator !== 'rank-le' && comparator !== 'growth';
  const doubts = actuals.flatMap((actual, at) => {
    const before = actuals[at - 1];
    if (!isSum || !before || actual.value.gte(before.value)) return [];
    const [less, more] = [shortest(actual.value, 2), shortest(before.value, 2)];
    return [`${actual.month}月累计${less}${unit}，小于${before.month}月的${more}${unit}`];
  });
  return { achieved: { through: last.month, asOf: last.asOf, value: last.value }, doubts };
}

/** The sum of the periods up to the first missing one. */
function added(known: Known, target: Target): ActualsRead {
  const months = reportingMonths(target);
  const gap = months.findIndex((month) => !known.has(month));
  const before = gap < 0 ? months : months.slice(0, gap);
  const through = before.at(-1) ?? 0;
  const later = [...known.keys()].filter((month) => month > through);
  const doubts =
    later.length === 0 ? [] : [`缺${months[gap]}月的数，${later.join('、')}月的数没有计入`];
  const last = known.get(through);
  if (!last) return { achieved: null, doubts };
  const value = sumOf(before.flatMap((month) => known.get(month)?.value ?? []));
  return { achieved: { through, asOf: last.asOf, value }, doubts };
}

const lastDay = (year: number, month: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year, month, day: 31 }, { overflow: 'constrain' });
