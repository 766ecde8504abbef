import type { Temporal } from 'temporal-polyfill';

export const MONTHS = 12;

/** How often the figures of a number are published. */
export const rhythms = ['monthly', 'quarterly', 'halfYearly'] as const;
export type Rhythm = (typeof rhythms)[number];

/** For which periods of its year a number is reported. */
export type ReportingPeriods = {
  /** The plan's year. */
  readonly plan: number;
  readonly rhythm: Rhythm;
  /** The list it is counted from; null where figures are typed in. */
  readonly countedFrom: object | null;
  /** Months that have no figure of their own: January where 1–2月 are published together. */
  readonly unpublished: readonly number[];
  /** Whether a figure counts from January or for its own period alone. */
  readonly basis: 'cumulative' | 'perPeriod';
};

const lengths: Readonly<Record<Rhythm, number>> = { monthly: 1, quarterly: 3, halfYearly: 6 };

/** Months of one period of the plan's curve for a number of this rhythm: 1, 3 or 6. */
export const periodMonths = ({ rhythm }: Pick<ReportingPeriods, 'rhythm'>): number =>
  lengths[rhythm];

/** Months of one period that is returned; a list is returned every month, whatever counts from it. */
export const returnMonths = ({
  rhythm,
  countedFrom,
}: Pick<ReportingPeriods, 'rhythm' | 'countedFrom'>): number =>
  countedFrom === null ? periodMonths({ rhythm }) : 1;

/** The months that end a period which is returned and has a figure of its own. */
export const monthsOf = (
  periods: Pick<ReportingPeriods, 'rhythm' | 'countedFrom' | 'unpublished'>,
): readonly number[] => {
  const length = returnMonths(periods);
  const ends = Array.from({ length: MONTHS / length }, (_, at) => (at + 1) * length);
  return ends.filter((month) => !periods.unpublished.includes(month));
};

/** The year's last month that is over on `day`: each is from the first of the next; 0 in January. */
export function monthsOver(day: Temporal.PlainDate, year: number): number {
  if (day.year !== year) return day.year < year ? 0 : MONTHS;
  return day.month - 1;
}
