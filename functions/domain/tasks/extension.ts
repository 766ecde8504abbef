import { z } from 'zod';
import { Day, Line, Moment } from '../base/parsing.ts';

/** A wish for a later date that the office has not decided yet. It changes nothing by itself. */
export const ExtensionRequest = z.object({
  at: Moment,
  /** The date that is wished for. */
  due: Day,
  why: Line,
  /** Made after the date had passed: the task counts as overdue whatever is granted. */
  isLate: z.boolean(),
  /** Who asked; null in a request that is older than this: the owner's post. */
  by: Line.nullable().default(null),
});
export type ExtensionRequest = Readonly<z.infer<typeof ExtensionRequest>>;

/** A later date that the office granted, as a layer over the dates before it. */
export const Extension = z.object({
  requestedAt: Moment,
  grantedAt: Moment,
  from: Day,
  to: Day,
  isLate: z.boolean(),
});
export type Extension = Readonly<z.infer<typeof Extension>>;
