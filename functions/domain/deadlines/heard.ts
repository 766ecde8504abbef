import type { Temporal } from 'temporal-polyfill';
import type { Occasion } from '../tasks/occasion.ts';
import type { Silence } from './climb.ts';
import type { HeardReturn } from './reporting-steps.ts';

/** When handover number `number` is announced, together with others to the same contact. */
export type HandOver = {
  readonly number: number;
  readonly at: Temporal.Instant;
  /** Whether a wake was requested for `at`; otherwise the sweep sends it. */
  readonly isCalled: boolean;
};

/** Progress of a task's notices, and the silence of its owner. */
export type Heard = Silence & {
  /** The due date to which `order` refers. */
  readonly due: Temporal.PlainDate | null;
  /**
   * Position of the last rung sent or skipped; null before the first. A position instead of a name,
   * because it stays valid when the policy moves or renames rungs.
   */
  readonly order: number | null;
  /** Number of the last announced handover. */
  readonly assignment: number;
  /** When the pending handover is announced; null if none is planned. */
  readonly handOver: HandOver | null;
  /** The last pending decision of which the office was notified. */
  readonly waiting: Occasion | null;
  /** The last request for a report. */
  readonly returned: HeardReturn | null;
  /** The last reporting day after which the pace of the target was checked. */
  readonly paced: Temporal.PlainDate | null;
  /** Number of the last announced ruling; 0 before the first. */
  readonly ruling: number;
  /**
   * The day of the last run that changed this record; null in older records and before the first
   * run. A day, so that a repeated run writes the same.
   */
  readonly on: Temporal.PlainDate | null;
};
