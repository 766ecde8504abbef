import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Day } from '../base/parsing.ts';
import type { ReportDue } from '../tasks/occasion.ts';

/** How far the asking for returns has been heard. */
export const HeardReturn = z.object({
  /** The return day that was asked about. */
  of: Day,
  /** The place of the step, in working days after it. */
  order: z.int(),
});
export type HeardReturn = Readonly<z.infer<typeof HeardReturn>>;

/** What is kept of `occasion` once it was told. */
export const heardReturn = ({ of, order }: ReportDue): HeardReturn => ({ of, order });

/** Whether `step` comes after what was heard. */
export const isAfter = (step: HeardReturn, heard: HeardReturn | null): boolean =>
  heard === null || (Temporal.PlainDate.compare(step.of, heard.of) || step.order - heard.order) > 0;
