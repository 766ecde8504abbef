import { z } from 'zod';
import { SourceId } from '../base/ids.ts';
import { Fen } from '../base/money.ts';
import { Day, Moment, OneLine } from '../base/parsing.ts';
import { DuePrecision, Metric } from '../base/promise.ts';
import { TaskStatus } from './task-status.ts';

/** A handover (交办) of the task to its present post; numbered, so that each is told once. */
export const Assignment = z.object({
  /** 0 for a task that was in hand before it was entered here: nobody is told. */
  number: z.int().nonnegative(),
  at: Moment,
});

/**
 * The highest numbers that were ever given to hand-overs, rulings and urgings, kept once one of them was
 * taken back: a number that was told is not given again.
 */
export const GivenNumbers = z.object({
  assignment: z.int().nonnegative(),
  ruling: z.int().nonnegative(),
  urge: z.int().nonnegative(),
});
export type GivenNumbers = Readonly<z.infer<typeof GivenNumbers>>;

/** What the owner last said of a task. */
export const TaskReport = z.object({
  at: Moment,
  note: OneLine,
  /** Percent; null in a report that is older than this. */
  progress: z.int().nullable().default(null),
  /** Whether the office returned the task since. */
  isReturned: z.boolean().default(false),
  /** The return day that it is for; null for a record that owes none, absent where it was not kept. */
  period: Day.nullable().exactOptional(),
});
export type TaskReport = Readonly<z.infer<typeof TaskReport>>;

/**
 * Where the count of overdue working days goes on from: at the end of `day`, `counted` of them were
 * over. It begins when the system came to know the date, and stands still while the office holds the
 * task.
 */
export const CountedOverdue = z.object({ day: Day, counted: z.int().nonnegative() });

/** What the owner's post says against being answerable for the task; the office decides. */
export const Disowned = z.object({
  at: Moment,
  why: OneLine,
  /** Who says so; null in what is older than this: the owner's post. */
  by: OneLine.brand<'PostId'>().nullable().default(null),
});

/** What a task was registered with, kept when it is first amended; its date is `originalDue`. */
export const OriginalTerms = z.object({
  /** When it was first amended. */
  at: Moment,
  title: OneLine,
  quote: z.string(),
  supportingUnits: z.array(OneLine).readonly(),
  metric: Metric.nullable(),
  amountFen: Fen.nullable(),
  area: z.int(),
  areaSource: SourceId.exactOptional(),
});
export type OriginalTerms = Readonly<z.infer<typeof OriginalTerms>>;

/** How a task stood in a year that it was carried over (结转) from. */
export const CarriedOver = z.object({
  /** The year that it left, and the one that it counts in from then on. */
  from: z.int(),
  to: z.int(),
  at: Moment,
  /** Date, status and percent on leaving the year. */
  due: Day.nullable(),
  duePrecision: DuePrecision,
  status: TaskStatus,
  progress: z.int().min(0).max(100),
  /** Its unit on leaving the year; absent where it was not kept, and is then its unit of now. */
  leadUnit: OneLine.exactOptional(),
});
export type CarriedOver = Readonly<z.infer<typeof CarriedOver>>;

/** That the office took a task as done (视同完成), with what shows it. */
export const DeemedDone = z.object({ at: Moment, why: OneLine });
