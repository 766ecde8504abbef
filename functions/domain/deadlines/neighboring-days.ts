import type { Temporal } from 'temporal-polyfill';
import type { ReportingDay } from '../tasks/reporting-day.ts';

/** A return day with the ones before and after it. */
export type Around = ReportingDay & {
  readonly previous: Temporal.PlainDate | null;
  readonly next: ReportingDay | null;
};

/** @yields each of `days` with the day before it and the day after it. */
export function* withNeighbors(days: Iterable<ReportingDay>): Generator<Around, void> {
  let previous: Temporal.PlainDate | null = null;
  let current: ReportingDay | undefined;
  for (const following of days) {
    if (current) {
      yield { ...current, previous, next: following };
      previous = current.day;
    }
    current = following;
  }
  if (current) yield { ...current, previous, next: null };
}
