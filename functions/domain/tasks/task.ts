import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { TaskId } from '../base/ids.ts';
import { Fen } from '../base/money.ts';
import { Day, Moment, OneLine } from '../base/parsing.ts';
import { DuePrecision, Hardness, Metric, PromiseKind } from '../base/promise.ts';
import type { Role } from '../base/role.ts';
import { type Post, postFor } from '../contacts/contact.ts';
import { Extension, ExtensionRequest } from './extension.ts';
import type { Measure } from './measure.ts';
import { Ruling } from './ruling.ts';

export const TaskStatus = z.enum([
  'pendingAcceptance',
  'inProgress',
  'pendingReview',
  'returned',
  'closed',
  'suspended',
  'withdrawn',
]);
export type TaskStatus = z.infer<typeof TaskStatus>;

/** The statuses in Chinese. */
export const statusName: Readonly<Record<TaskStatus, string>> = {
  pendingAcceptance: '待签收',
  inProgress: '推进中',
  pendingReview: '待核验',
  returned: '退办',
  closed: '已办结',
  suspended: '中止',
  withdrawn: '撤销',
};

/** A handover (交办) of the task to its present post; numbered, so that each is told once. */
const Assignment = z.object({
  /** 0 for a task that was in hand before it was entered here: nobody is told. */
  number: z.int().nonnegative(),
  at: Moment,
});

/** What the owner last said of a task. */
const Report = z.object({
  at: Moment,
  note: OneLine,
  /** Percent; null in a report that is older than this. */
  progress: z.int().nullable().default(null),
  /** Whether the office returned the task since. */
  isReturned: z.boolean().default(false),
  /** The return day that it is for; null for a record that owes none, absent where it was not kept. */
  period: Day.nullable().exactOptional(),
});
type Report = Readonly<z.infer<typeof Report>>;

/**
 * Where the count of overdue working days goes on from: at the end of `day`, `counted` of them were
 * over. It begins when the system came to know the date, and stands still while the office holds the
 * task.
 */
const OverdueCount = z.object({ day: Day, counted: z.int().nonnegative() });

/** What the owner's post says against being answerable for the task; the office decides. */
const Disowned = z.object({
  at: Moment,
  why: OneLine,
  /** Who says so; null in what is older than this: the owner's post. */
  by: OneLine.nullable().default(null),
});

/** One promise of the plan, as the register holds it. Dates are days of the park's zone. */
export const Task = z.object({
  id: TaskId,
  park: z.string(),
  /** Year of the plan. */
  plan: z.int(),
  /** The plan's section, from 1; 0 for its headline goals. */
  area: z.int(),
  title: OneLine,
  /** At most {@link SHORT_TITLE} characters. */
  shortTitle: OneLine,
  /** The plan's own words. */
  quote: z.string(),
  kind: PromiseKind,
  hardness: Hardness,
  leadUnit: OneLine,
  owner: OneLine,
  responsibleLeader: OneLine,
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
  assignment: Assignment,
  /**
   * Rungs of this day and earlier are neither sent nor missed, but for the due date itself: the day
   * of a re-dating, or the last one that passed while the office held the task.
   */
  silentThrough: Day.nullable(),
  /** Null for a task that is older than this: there the due date alone is counted from. */
  overdueCount: OverdueCount.nullable().default(null),
  /** Percent, 0 to 100, as last reported. */
  progress: z.int().min(0).max(100),
  lastReport: Report.nullable(),
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
});
export type Task = Readonly<z.infer<typeof Task>> & {
  /**
   * What the figures of a target say of its returns and its deadline. It is never stored: anyone who
   * decides about a task reads it with its figures.
   */
  readonly measure?: Measure;
};

/** Characters that fit the 70-character text message next to its date and link. */
export const SHORT_TITLE = 11;

const LIVE: ReadonlySet<TaskStatus> = new Set(['pendingAcceptance', 'inProgress', 'returned']);
const ENDED: ReadonlySet<TaskStatus> = new Set(['closed', 'withdrawn']);

/** Whether the ladder speaks about the task: it is neither ended nor held by the office. */
export const isLive = ({ status }: Pick<Task, 'status'>): boolean => LIVE.has(status);

/** Whether nothing will ever be due about the task again. */
export const isEnded = ({ status }: Pick<Task, 'status'>): boolean => ENDED.has(status);

/** The percent that somebody stated; null for a target of which only its figures say how far it is. */
export const statedProgress = ({
  kind,
  progress,
}: Pick<Task, 'kind' | 'progress'>): number | null =>
  kind === 'target' && progress === 0 ? null : progress;

/** The day on which the task was reported done; null where it was not, or was returned. */
export const reportedDoneOn = ({
  doneOn,
  handedInOn,
}: Pick<Task, 'doneOn' | 'handedInOn'>): Temporal.PlainDate | null =>
  doneOn && (handedInOn ?? doneOn);

/** Whether a later date was asked for before the present one had passed, and the office has not decided. */
export const isAskedInTime = ({ status, request }: Pick<Task, 'status' | 'request'>): boolean =>
  isLive({ status }) && request !== null && !request.isLate;

/**
 * The report by which the owner's post said that a live task is all done, without handing it in;
 * null where there is none, or the office returned the task or handed it over since.
 */
export function doneReport(
  task: Pick<Task, 'status' | 'progress' | 'lastReport' | 'assignment'>,
): Report | null {
  const { lastReport, progress, assignment } = task;
  if (!isLive(task) || progress < 100 || lastReport?.progress !== 100) return null;
  const isOfNow = Temporal.Instant.compare(lastReport.at, assignment.at) >= 0;
  return isOfNow && !lastReport.isReturned ? lastReport : null;
}

/** The post that `role` is for this task. */
export function postOf(
  task: Pick<Task, 'owner' | 'responsibleLeader' | 'leadUnit'>,
  role: Role,
): Post {
  if (role === 'owner') return task.owner;
  if (role === 'responsibleLeader') return task.responsibleLeader;
  return postFor(role, task.leadUnit);
}
