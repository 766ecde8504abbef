import type Fraction from 'fraction.js';
import { Temporal } from 'temporal-polyfill';
import { shortest, sumOf } from './decimal.ts';
import type { Achieved } from './pace.ts';
import { counted, type Lists } from './project-list.ts';
import {
  type Actual,
  type Count,
  knownAt,
  monthsOver,
  periodMonths,
  type Target,
} from './target.ts';

/** What a target has achieved, and what about its figures must be looked into. */
export type Standing = {
  readonly achieved: Achieved;
  /** In Chinese, one sentence each; empty where the figures agree. */
  readonly doubts: readonly string[];
};

/**
 * What `target` has achieved by the end of `day`.
 *
 * A counted figure is taken from its list up to the last month that is over; one typed beside it
 * that differs is named with both numbers and never used. A figure of one period alone counts as
 * far as none before it is missing.
 *
 * @param end - the last instant of `day` in the park's zone: what was returned later is not known.
 */
export function standing(
  target: Target,
  lists: Lists,
  day: Temporal.PlainDate,
  end: Temporal.Instant,
): Standing {
  const known = knownAt(target, end);
  const over = monthsOver(day, target.plan);
  const { countedFrom } = target;
  if (countedFrom) {
    const length = periodMonths(target);
    const through = over - (over % length);
    const value = through === 0 ? null : countedTo(countedFrom, lists, target.plan, through);
    const doubts = disagreements(target, { known, lists, countedFrom });
    return { achieved: value && { through, value }, doubts };
  }
  return target.basis === 'cumulative' ? running(known, target) : added(known, target);
}

/** The count up to the end of `month`. */
const countedTo = (count: Count, lists: Lists, year: number, month: number): Fraction =>
  counted(count, lists, lastDay(year, month));

type Known = ReadonlyMap<number, Actual>;

function disagreements(
  { plan, unit }: Target,
  {
    known,
    lists,
    countedFrom,
  }: { readonly known: Known; readonly lists: Lists; readonly countedFrom: Count },
): readonly string[] {
  return [...known.values()].flatMap(({ month, value }) => {
    const count = countedTo(countedFrom, lists, plan, month);
    if (count.equals(value)) return [];
    return [
      `${month}月填报${shortest(value, 2)}${unit}，清单合计${shortest(count, 2)}${unit}，按清单计`,
    ];
  });
}

/** The last figure since January; one that shrinks is taken, and said. */
function running(known: Known, { unit, comparator }: Target): Standing {
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
  return { achieved: { through: last.month, value: last.value }, doubts };
}

/** The sum of the periods, as far as none is missing. */
function added(known: Known, target: Target): Standing {
  const length = periodMonths(target);
  const months: number[] = [];
  while (known.has((months.length + 1) * length)) months.push((months.length + 1) * length);
  const through = months.at(-1) ?? 0;
  const later = [...known.keys()].filter((month) => month > through);
  const missing = through + length;
  const doubts =
    later.length === 0 ? [] : [`缺${missing}月的数，${later.join('、')}月的数没有计入`];
  if (through === 0) return { achieved: null, doubts };
  const value = sumOf(months.flatMap((month) => known.get(month)?.value ?? []));
  return { achieved: { through, value }, doubts };
}

const lastDay = (year: number, month: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year, month, day: 31 }, { overflow: 'constrain' });
