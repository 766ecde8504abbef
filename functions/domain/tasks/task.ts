import { z } from 'zod';
import { type PostId, SourceId, TaskId } from '../base/ids.ts';
import { Fen } from '../base/money.ts';
import { Day, OneLine } from '../base/parsing.ts';
import { DuePrecision, Hardness, Metric, PromiseKind } from '../base/promise.ts';
import type { Role } from '../base/role.ts';
import { postFor } from '../contacts/contact.ts';
import { JoinedPromise } from '../sources/joined-promise.ts';
import { Extension, ExtensionRequest } from './extension.ts';
import type { NodeKin, WorkKin } from './kin.ts';
import type { Measure } from './measure.ts';
import { NodeEntry, NodeOf } from './node.ts';
import { Ruling } from './ruling.ts';
import {
  Assignment,
  CarriedOver,
  CountedOverdue,
  DeemedDone,
  Disowned,
  GivenNumbers,
  OriginalTerms,
  TaskReport,
} from './task-parts.ts';
import { isLive, TaskStatus } from './task-status.ts';
import { Urge } from './urge.ts';

/** One promise of the plan, as the register holds it. Dates are days of the park's zone. */
export const Task = z.object({
  id: TaskId,
  park: z.string(),
  /** Year that it counts in. */
  plan: z.int(),
  /** Code of the source it comes from; absent for the annual plan of its year. */
  source: SourceId.exactOptional(),
  /** The section that it stands under, from 1; 0 for a plan's headline goals and where there is none. */
  area: z.int(),
  /** Code of the source whose sections `area` counts; absent for its own. */
  areaSource: SourceId.exactOptional(),
  /** The source that it reports on (报送): it is the office's own, and no promise. Absent for all others. */
  answers: SourceId.exactOptional(),
  /** What other sources say of it; it counts once. */
  alsoFrom: z.array(JoinedPromise).readonly().default([]),
  /** Numbers that it had in sources which dropped it, or of which it is now; none is given again. */
  formerIds: z.array(TaskId).readonly().exactOptional(),
  title: OneLine,
  /** At most {@link SHORT_TITLE} characters. */
  shortTitle: OneLine,
  /** The plan's own words. */
  quote: z.string(),
  kind: PromiseKind,
  hardness: Hardness,
  leadUnit: OneLine,
  /** Units that help (配合单位): they are told and may report, and are never asked to answer for it. */
  supportingUnits: z.array(OneLine).readonly().default([]),
  /** Tasks that have to be done before this one; no circle. */
  waitsFor: z.array(TaskId).readonly().default([]),
  owner: OneLine.brand<'PostId'>(),
  responsibleLeader: OneLine.brand<'PostId'>(),
  start: Day,
  /** Null for a standing duty and for a promise whose date nobody could resolve. */
  due: Day.nullable(),
  duePrecision: DuePrecision,
  /** As first entered; no move changes it. */
  originalDue: Day.nullable(),
  status: TaskStatus,
  metric: Metric.nullable(),
  /** The rhythm in which it is to be reported on, in the plan's own words; null for the park's own. */
  recurrence: OneLine.nullable().default(null),
  amountFen: Fen.nullable(),
  /** Id of the promise of money whose stage this is; null for what is no stage. */
  stageOf: TaskId.nullable().default(null),
  /** The work that this is a node (节点) of; null for what is none. */
  nodeOf: NodeOf.nullable().default(null),
  /** Its nodes, as they were entered. */
  nodes: z.array(NodeEntry).readonly().default([]),
  assignment: Assignment,
  /**
   * Rungs of this day and earlier are neither sent nor missed, but for the due date itself: the day
   * of a re-dating, or the last one that passed while the office held the task.
   */
  silentThrough: Day.nullable(),
  /** Null for a task that is older than this: there the due date alone is counted from. */
  overdueCount: CountedOverdue.nullable().default(null),
  /** Percent, 0 to 100, as last reported. */
  progress: z.int().min(0).max(100),
  lastReport: TaskReport.nullable(),
  /** Links to what explains it, given at its entry. */
  attachments: z.array(OneLine).readonly().exactOptional(),
  /** Links to what shows that it was done. */
  evidence: z.array(OneLine).readonly(),
  /** Waits for the office. */
  request: ExtensionRequest.nullable(),
  /** Waits for the office, too: that the post is not answerable; null again once anyone acts on it. */
  disowned: Disowned.nullable().default(null),
  /** What was decided, and is to be heard or was lately; the oldest first. */
  rulings: z.array(Ruling).readonly().default([]),
  /** Granted extensions, oldest first. */
  extensions: z.array(Extension).readonly(),
  /** The day on which it was done, as the owner reported; null again after it was returned. */
  doneOn: Day.nullable(),
  /** The day on which that was reported; absent in what is older than this, where both are one. */
  handedInOn: Day.exactOptional(),
  /**
   * The last return day that was asked for and that reporting it done answered, also once the office
   * returned the task; absent where there is none.
   */
  handedInFor: Day.exactOptional(),
  /** Whether the office verified work that it answers for itself (自核); absent where it never did. */
  isSelfChecked: z.boolean().exactOptional(),
  /** What the office urged, oldest first; absent where it never did. */
  urges: z.array(Urge).readonly().exactOptional(),
  /** What it was registered with; absent for one that was never amended. */
  original: OriginalTerms.exactOptional(),
  /** The years that it was carried over from, oldest first; absent for one that never was. */
  carried: z.array(CarriedOver).readonly().exactOptional(),
  /** Absent unless the office took it as done without the owner reporting so. */
  deemedDone: DeemedDone.exactOptional(),
  /** Absent unless a move of it was taken back. */
  given: GivenNumbers.exactOptional(),
});
export type Task = Readonly<z.infer<typeof Task>> & {
  /**
   * What the figures of a target say of its returns and its deadline. It is never stored: anyone who
   * decides about a task reads it with its figures.
   */
  readonly measure?: Measure;
  /** What the nodes of a work say of it; absent for what has none, and as {@link Task.measure} never stored. */
  readonly work?: WorkKin;
  /** What its work says of a node; never stored either. */
  readonly kin?: NodeKin;
  /** The year that it was carried over to, where it stands as a year before that had it; never stored. */
  readonly leftFor?: number;
};

/** Characters that fit the 70-character text message next to its date and link. */
export const SHORT_TITLE = 11;

/** Every number that stands for `task`, in any source. */
export const idsOfTask = ({ id, alsoFrom, formerIds = [] }: Task): readonly TaskId[] => [
  id,
  ...alsoFrom.map((joined) => joined.id),
  ...formerIds,
];

/** Whether a later date was asked for before the present one had passed, and the office has not decided. */
export const isAskedInTime = ({ status, request }: Pick<Task, 'status' | 'request'>): boolean =>
  isLive({ status }) && request !== null && !request.isLate;

/** The post that `role` is for this task. */
export function postOf(
  task: Pick<Task, 'owner' | 'responsibleLeader' | 'leadUnit'>,
  role: Role,
): PostId {
  if (role === 'owner') return task.owner;
  if (role === 'responsibleLeader') return task.responsibleLeader;
  return postFor(role, task.leadUnit);
}
