import type { Temporal } from 'temporal-polyfill';
import type { Post } from './contact.ts';

/** What somebody waits to hear of a task: a request of theirs ended with something that was done. */
export type Ruling = {
  /** From 1, so that each is told once. */
  readonly number: number;
  readonly at: Temporal.Instant;
  /** Who is told: the one who asked. */
  readonly post: Post;
  /** What ended the request, as the history calls it. */
  readonly what: string;
  /** When it was made, and the date that was wished for. */
  readonly askedAt: Temporal.Instant;
  readonly wished: Temporal.PlainDate;
};

const PREFIX = 'ruling-';

/** The rung under which ruling number `number` is told. */
export const rulingRung = (number: number): string => `${PREFIX}${number}`;

/** The number of the ruling that `rung` tells, or undefined for any other rung. */
export const rulingOf = (rung: string): number | undefined =>
  rung.startsWith(PREFIX) ? Number(rung.slice(PREFIX.length)) : undefined;
