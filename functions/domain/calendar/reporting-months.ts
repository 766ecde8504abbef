import type { Temporal } from 'temporal-polyfill';

export const MONTHS = 12;

/** How often the values of a target are published. */
export const reportingFrequencies = ['monthly', 'quarterly', 'halfYearly'] as const;
export type ReportingFrequency = (typeof reportingFrequencies)[number];

/** Determines for which periods of the year a target is reported. */
export type ReportingPeriods = {
  /** Year of the plan. */
  readonly plan: number;
  readonly rhythm: ReportingFrequency;
  /** The list that the value is counted from; null if values are entered. */
  readonly countedFrom: object | null;
  /** Months without a value of their own, for example January if 1–2月 are published together. */
  readonly unpublished: readonly number[];
  /** Whether a value covers the year to date or only its own period. */
  readonly basis: 'cumulative' | 'perPeriod';
};

const lengths: Readonly<Record<ReportingFrequency, number>> = {
  monthly: 1,
  quarterly: 3,
  halfYearly: 6,
};

/** Length in months of a period of the curve: 1, 3 or 6. */
export const periodMonths = ({ rhythm }: Pick<ReportingPeriods, 'rhythm'>): number =>
  lengths[rhythm];

/** Length in months of a reporting period. Lists are reported monthly, whatever the target. */
export const returnMonths = ({
  rhythm,
  countedFrom,
}: Pick<ReportingPeriods, 'rhythm' | 'countedFrom'>): number =>
  countedFrom === null ? periodMonths({ rhythm }) : 1;

/** Months at whose end a value is due. */
export const reportingMonths = (
  periods: Pick<ReportingPeriods, 'rhythm' | 'countedFrom' | 'unpublished'>,
): readonly number[] => {
  const length = returnMonths(periods);
  const ends = Array.from({ length: MONTHS / length }, (_, at) => (at + 1) * length);
  return ends.filter((month) => !periods.unpublished.includes(month));
};

/**
 * Last completed month of `year` on `day`. A month is completed on the first of the next; 0 in
 * January.
 */
export function monthsOver(day: Temporal.PlainDate, year: number): number {
  if (day.year !== year) return day.year < year ? 0 : MONTHS;
  return day.month - 1;
}
