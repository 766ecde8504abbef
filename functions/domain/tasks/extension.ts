import type { Temporal } from 'temporal-polyfill';
import type { Post } from '../contacts/contact.ts';

/** A request for a later date that the office has not decided yet. Has no effect until then. */
export type ExtensionRequest = {
  readonly at: Temporal.Instant;
  /** The requested date. */
  readonly due: Temporal.PlainDate;
  readonly why: string;
  /** Requested after the due date: the task stays overdue even if granted. */
  readonly isLate: boolean;
  /** The requesting post; null in older records: the owner's post. */
  readonly by: Post | null;
};

/** A granted later date, as a layer over the earlier dates. */
export type Extension = {
  readonly requestedAt: Temporal.Instant;
  readonly grantedAt: Temporal.Instant;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly isLate: boolean;
};
