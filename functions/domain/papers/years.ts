import Fraction from 'fraction.js';
import type { Temporal } from 'temporal-polyfill';
import { percent } from '../base/decimal.ts';
import type { Source } from '../sources/source.ts';
import type { Task } from '../tasks/task.ts';
import { isOpenFromBefore } from '../tasks/task-year.ts';

/** A year that pages can show. */
type YearChoice = {
  readonly year: number;
  /** Tasks of that year that the viewer may see. */
  readonly count: number;
};

/** Years that are closed (封账): when, and how many works were carried over from each. */
export type ClosedYears = ReadonlyMap<
  number,
  { readonly at: Temporal.Instant; readonly carried: number }
>;

/** The year that is shown, and what else there is. */
export type Years = {
  readonly year: number;
  /** Newest first; contains the year that is shown. */
  readonly choices: readonly YearChoice[];
  /** Open tasks of earlier years (往年未办结) that the viewer may see; none of a closed year. */
  readonly earlier: number;
  readonly closed: ClosedYears;
};

type OfYears = Pick<Task, 'plan' | 'carried'>;

/** The years that count a task: its own, and those that it was carried over from. */
const yearsOfTask = ({ plan, carried = [] }: OfYears): readonly number[] => [
  ...new Set([plan, ...carried.map(({ from }) => from)]),
];

/** What is registered: the whole of it, and what one viewer may see of it. */
export type Registered = {
  readonly all: readonly OfYears[];
  readonly seen: readonly (OfYears & Pick<Task, 'status' | 'yearClosed'>)[];
  readonly sources: readonly Source[];
  readonly closed: ClosedYears;
};

/**
 * The year of `today` if it has a published annual plan or any task; else the newest year before it
 * that has tasks.
 */
export function defaultYear(
  { all, sources }: Pick<Registered, 'all' | 'sources'>,
  today: Temporal.PlainDate,
): number {
  const isPlanned = sources.some(
    ({ kind, year, versions }) =>
      kind === 'annualPlan' && year === today.year && versions.length > 0,
  );
  if (isPlanned) return today.year;
  const newest = all.reduce(
    (latest, { plan }) => (plan <= today.year ? Math.max(latest, plan) : latest),
    0,
  );
  return newest || today.year;
}

/**
 * The years to choose from on `today`.
 *
 * @param asked - the year that is asked for; undefined for {@link defaultYear}.
 */
export function yearsOf(
  registered: Registered,
  today: Temporal.PlainDate,
  asked: number | undefined,
): Years {
  const { all, seen, sources, closed } = registered;
  const usual = defaultYear(registered, today);
  const year = asked ?? usual;
  const known = [...all.flatMap(yearsOfTask), ...sources.map((source) => source.year)];
  const choices = [...new Set([year, usual, ...known])]
    .toSorted((a, b) => b - a)
    .map((each) => ({
      year: each,
      count: seen.filter((task) => yearsOfTask(task).includes(each)).length,
    }));
  const before = beforeYear(year, today);
  const earlier = seen.filter((task) => isOpenFromBefore(task, before)).length;
  return { year, choices, earlier, closed };
}

/** Tasks of years before this one are 往年未办结 for `year`; a coming year makes none of today's old. */
export const beforeYear = (year: number, today: Temporal.PlainDate): number =>
  Math.min(year, today.year);

/** Elapsed share of `year` at the end of `day`: `51.8%`. */
export function elapsedOf(year: number, day: Temporal.PlainDate): string {
  if (day.year !== year) return percent(new Fraction(day.year < year ? 0 : 1));
  return percent(new Fraction(day.dayOfYear, day.daysInYear));
}
