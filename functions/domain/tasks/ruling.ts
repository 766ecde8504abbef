import { z } from 'zod';
import { Day, Moment, OneLine } from '../base/parsing.ts';
import { TaskStatus } from './task-status.ts';

/** What of a task can be amended (调整). */
export const TermName = z.enum([
  'title',
  'quote',
  'supportingUnits',
  'due',
  'goal',
  'amount',
  'place',
  'sources',
]);
export type TermName = z.infer<typeof TermName>;

/** One amended term: from and to in words, and the new value as it is compared later. */
const TermChange = z.object({ term: TermName, from: OneLine, to: OneLine, value: OneLine });
export type TermChange = Readonly<z.infer<typeof TermChange>>;

/** What was taken back (撤回), and how the task stands again for the post that is told. */
const Undoes = z.object({
  /** The move, as the history calls it. */
  what: OneLine,
  status: TaskStatus,
  /** Whether the post owns the task again, or still does. */
  isOwner: z.boolean(),
  /** Whether a request for a later date, or a dispute, waits for the office again. */
  isAsked: z.boolean(),
  isDisputed: z.boolean(),
});

/** What one post is to be notified of a task: what was decided about it, or ended a request. */
export const Ruling = z.object({
  /** From 1, so that each is told once; the same for all posts that are notified of one decision. */
  number: z.int().positive(),
  at: Moment,
  /** Who is told: the one who asked, or whose task it was. */
  post: OneLine.brand<'PostId'>(),
  /** What was done, as the history calls it. */
  what: OneLine,
  /** The name of the post that did it; null in a ruling that is older than this. */
  by: OneLine.nullable().default(null),
  /** The reason that was given. */
  why: OneLine.default(''),
  /** When a later date was asked for, and which one; null where no request was open. */
  askedAt: Moment.nullable(),
  wished: Day.nullable(),
  /** When the post said that the task is not its own; null where it did not. */
  disputedAt: Moment.nullable().default(null),
  /** The date of the task from then on. */
  due: Day.nullable().default(null),
  /** The unit that answers for it from then on. */
  unit: OneLine.nullable().default(null),
  /** The last handover before it: who never heard of that one need not hear that it changed. */
  assignment: z.int().nonnegative().default(0),
  /** Titles of the receiver's nodes that were held, ended or reassigned with it. */
  nodes: z.array(OneLine).readonly().default([]),
  /** What an amendment changed, as far as it still is so; absent for other decisions. */
  changed: z.array(TermChange).readonly().exactOptional(),
  /** Set where it takes an earlier decision back. */
  undoes: Undoes.exactOptional(),
});
export type Ruling = Readonly<z.infer<typeof Ruling>>;
