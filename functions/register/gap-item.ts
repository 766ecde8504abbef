import { z } from 'zod';
import { Day, Moment } from '../domain/base/parsing.ts';

const Choice = z.enum(['all', 'today']);

/** The question about a gap as it lies in the watch. */
export const GapItem = z.object({
  why: z.enum(['missed', 'clockBack']),
  since: Day,
  through: Day,
  askedAt: Moment,
  passed: z.int().nonnegative(),
  answer: z
    .object({
      choice: Choice,
      by: z.string().nullable(),
      name: z.string().nullable(),
      at: Moment,
      isDone: z.boolean(),
    })
    .nullable(),
});

/** What the office's daily line tells of it, as it lies in a digest. */
export const GapToldItem = z.object({
  clockWasOn: z.string().nullable(),
  choice: Choice,
  by: z.string().nullable(),
  passed: z.int().nonnegative(),
});
