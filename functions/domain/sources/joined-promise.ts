import { z } from 'zod';
import { SourceId, TaskId } from '../base/ids.ts';
import { Day, OneLine } from '../base/parsing.ts';
import { Metric, PromiseKind } from '../base/promise.ts';

/** What another source says of a task that a source made before: one task, two sources. */
export const JoinedPromise = z.object({
  source: SourceId,
  /** The number that it has in that source; no other promise is given it. */
  id: TaskId,
  area: z.int().nonnegative(),
  title: OneLine,
  quote: z.string(),
  kind: PromiseKind,
  /** As that source has it; the date of the task may be another. */
  due: Day.nullable(),
  metric: Metric.nullable(),
});
export type JoinedPromise = Readonly<z.infer<typeof JoinedPromise>>;
