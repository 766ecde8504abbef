import type { Temporal } from 'temporal-polyfill';
import type { Post } from '../contacts/contact.ts';

/** A wish for a later date that the office has not decided yet. It changes nothing by itself. */
export type ExtensionRequest = {
  readonly at: Temporal.Instant;
  /** The date that is wished for. */
  readonly due: Temporal.PlainDate;
  readonly why: string;
  /** Made after the date had passed: the task counts as overdue whatever is granted. */
  readonly isLate: boolean;
  /** Who asked; null in a request that is older than this: the owner's post. */
  readonly by: Post | null;
};

/** A later date that the office granted, as a layer over the dates before it. */
export type Extension = {
  readonly requestedAt: Temporal.Instant;
  readonly grantedAt: Temporal.Instant;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly isLate: boolean;
};
