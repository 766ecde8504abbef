import { z } from 'zod';
import { Day, Moment, OneLine } from '../base/parsing.ts';

/** A request for a later date that the office has not decided yet. Has no effect until then. */
export const ExtensionRequest = z.object({
  at: Moment,
  /** The requested date. */
  due: Day,
  why: OneLine,
  /** Requested after the due date: the task stays overdue even if granted. */
  isLate: z.boolean(),
  /** The requesting post; null in older records: the owner's post. */
  by: OneLine.brand<'PostId'>().nullable().default(null),
});
export type ExtensionRequest = Readonly<z.infer<typeof ExtensionRequest>>;

/** A granted later date, as a layer over the earlier dates. */
export const Extension = z.object({
  requestedAt: Moment,
  grantedAt: Moment,
  from: Day,
  to: Day,
  isLate: z.boolean(),
});
export type Extension = Readonly<z.infer<typeof Extension>>;
