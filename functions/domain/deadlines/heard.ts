import { z } from 'zod';
import { Day, Moment } from '../base/parsing.ts';
import { OccasionKey } from '../tasks/occasion-key.ts';
import { Silence } from './climb.ts';
import { HeardReturn } from './reporting-steps.ts';

/** When handing over number `number` is told, together with others to the same contact. */
const HandOver = z.object({
  number: z.int().positive(),
  at: Moment,
  /** Whether a wake was asked for at `at`; else the sweep finds it. */
  isCalled: z.boolean(),
});
export type HandOver = Readonly<z.infer<typeof HandOver>>;

/** How far the ladder of a task has been heard, and its owner's silence. */
export const Heard = z.object({
  /** The due date that `order` belongs to. */
  due: Day.nullable(),
  /**
   * The place of the last rung told or skipped; null before the first. A place, not a name: it
   * stays where it was when the policy moves or renames the others.
   */
  order: z.number().nullable(),
  /** The last handing over that was told. */
  assignment: z.int().nonnegative(),
  /** When the handing over that waits is told together with others; null where nothing was planned. */
  handOver: HandOver.nullable().default(null),
  /** The last thing that waited for the office and of which it was told. */
  waiting: OccasionKey.nullable(),
  /** The last step of asking for a report. */
  returned: HeardReturn.nullable().default(null),
  /** The last return day after which the pace of a target was looked at. */
  paced: Day.nullable().default(null),
  /** The last ruling that was told; 0 before the first. */
  ruling: z.int().nonnegative().default(0),
  /**
   * The day on which a run last moved it on; null in what is older than this, and before the first. A
   * day, so that a run that is repeated leaves the same behind.
   */
  on: Day.nullable().default(null),
  ...Silence.shape,
});
export type Heard = Readonly<z.infer<typeof Heard>>;
