import { z } from 'zod';
import { Day, Moment } from '../base/parsing.ts';
import { OccasionKey } from '../tasks/occasion-key.ts';
import { Silence } from './climb.ts';
import { HeardReturn } from './heard-return.ts';

/** When handover number `number` is announced, together with others to the same contact. */
const HandOver = z.object({
  number: z.int().positive(),
  at: Moment,
  /** Whether a wake was requested for `at`; otherwise the sweep sends it. */
  isCalled: z.boolean(),
});
export type HandOver = Readonly<z.infer<typeof HandOver>>;

/** Progress of a task's notices, and the silence of its owner. */
export const Heard = z.object({
  /** The due date to which `order` refers. */
  due: Day.nullable(),
  /**
   * Position of the last rung sent or skipped; null before the first. A position instead of a name,
   * because it stays valid when the policy moves or renames rungs.
   */
  order: z.number().nullable(),
  /** Number of the last announced handover. */
  assignment: z.int().nonnegative(),
  /** When the pending handover is announced; null if none is planned. */
  handOver: HandOver.nullable().default(null),
  /** The last pending decision of which the office was notified. */
  waiting: OccasionKey.nullable(),
  /** The last request for a report. */
  returned: HeardReturn.nullable().default(null),
  /** The last reporting day after which the pace of the target was checked. */
  paced: Day.nullable().default(null),
  /** Number of the last announced ruling; 0 before the first. */
  ruling: z.int().nonnegative().default(0),
  /** Number of the last announced urging; absent before the first. */
  urged: z.int().positive().exactOptional(),
  /** The last closing of all nodes after which the owner was asked to report the work done. */
  nodesDone: z.string().exactOptional(),
  /**
   * The day of the last run that changed this record; null in older records and before the first
   * run. A day, so that a repeated run writes the same.
   */
  on: Day.nullable().default(null),
  ...Silence.shape,
});
export type Heard = Readonly<z.infer<typeof Heard>>;
