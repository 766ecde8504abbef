import { z } from 'zod';
import { Moment, OneLine } from '../base/parsing.ts';

/** The line of text of an urging. */
export const UrgeText = OneLine.min(1, '请写一句催办的话').max(200, '至多 200 个字');

/** One urging (催办) of a task by the office: one line of text to the owner's post. */
export const Urge = z.object({
  /** From 1, so that each is told once. */
  number: z.int().positive(),
  at: Moment,
  /** Name of the post that urged. */
  by: OneLine,
  words: OneLine,
  isAtOnce: z.boolean(),
  tellAt: Moment,
  /** The handover that was current; after the next one the urging is not told. */
  assignment: z.int().nonnegative(),
});
export type Urge = Readonly<z.infer<typeof Urge>>;
