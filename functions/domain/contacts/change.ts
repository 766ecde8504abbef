import { z } from 'zod';
import { Moment, OneLine } from '../base/parsing.ts';
import { Names } from './named.ts';

/** One line of a record's history. */
export const Change = z.object({
  /** Chosen by the writer, so that it knows its own write again after an answer was lost. */
  id: z.string(),
  version: z.int().positive(),
  at: Moment,
  /** Id of a contact, or the system. */
  by: z.string(),
  /** Id of the contact for whom `by` stood in; null for one who acted for itself. */
  onBehalfOf: z.string().nullable().default(null),
  /** What both were called then; not known of a line that is older than this, or of the system's. */
  names: Names.exactOptional(),
  /** What was done, as the field calls it. */
  what: z.string(),
  from: z.string(),
  to: z.string(),
  why: OneLine,
  /** Through which link, session or command. */
  via: z.string(),
  /** Id that all changes of one bulk confirmation share; absent for a change made alone. */
  batch: z.string().exactOptional(),
});
export type Change = Readonly<z.infer<typeof Change>>;
