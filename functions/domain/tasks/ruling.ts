import type { Temporal } from 'temporal-polyfill';
import type { Post } from '../contacts/contact.ts';

/** What one post is to be notified of a task: what was decided about it, or ended a request. */
export type Ruling = {
  /** From 1, so that each is told once; the same for all posts that are notified of one decision. */
  readonly number: number;
  readonly at: Temporal.Instant;
  /** Who is told: the one who asked, or whose task it was. */
  readonly post: Post;
  /** What was done, as the history calls it. */
  readonly what: string;
  /** The name of the post that did it; null in a ruling that is older than this. */
  readonly by: string | null;
  /** The reason that was given. */
  readonly why: string;
  /** When a later date was asked for, and which one; null where no request was open. */
  readonly askedAt: Temporal.Instant | null;
  readonly wished: Temporal.PlainDate | null;
  /** When the post said that the task is not its own; null where it did not. */
  readonly disputedAt: Temporal.Instant | null;
  /** The date of the task from then on. */
  readonly due: Temporal.PlainDate | null;
  /** The unit that answers for it from then on. */
  readonly unit: string | null;
  /** The last handover before it: who never heard of that one need not hear that it changed. */
  readonly assignment: number;
};
