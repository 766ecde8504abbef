import type { Temporal } from 'temporal-polyfill';
import type { Occasion } from '../tasks/occasion.ts';
import type { Silence } from './climb.ts';
import type { HeardReturn } from './reporting-steps.ts';

/** When handing over number `number` is told, together with others to the same contact. */
export type HandOver = {
  readonly number: number;
  readonly at: Temporal.Instant;
  /** Whether a wake was asked for at `at`; else the sweep finds it. */
  readonly isCalled: boolean;
};

/** How far the ladder of a task has been heard, and its owner's silence. */
export type Heard = Silence & {
  /** The due date that `order` belongs to. */
  readonly due: Temporal.PlainDate | null;
  /**
   * The place of the last rung told or skipped; null before the first. A place, not a name: it
   * stays where it was when the policy moves or renames the others.
   */
  readonly order: number | null;
  /** The last handing over that was told. */
  readonly assignment: number;
  /** When the handing over that waits is told together with others; null where nothing was planned. */
  readonly handOver: HandOver | null;
  /** The last thing that waited for the office and of which it was told. */
  readonly waiting: Occasion | null;
  /** The last step of asking for a report. */
  readonly returned: HeardReturn | null;
  /** The last return day after which the pace of a target was looked at. */
  readonly paced: Temporal.PlainDate | null;
  /** The last ruling that was told; 0 before the first. */
  readonly ruling: number;
  /**
   * The day on which a run last moved it on; null in what is older than this, and before the first. A
   * day, so that a run that is repeated leaves the same behind.
   */
  readonly on: Temporal.PlainDate | null;
};
