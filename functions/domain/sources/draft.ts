import { z } from 'zod';
import { OneLine } from '../base/parsing.ts';
import { DuePrecision, Hardness, Metric, PromiseKind } from '../base/promise.ts';

/**
 * A promise as read from a plan, before the office confirms it. Field names are those of the
 * exchange format.
 */
export const Draft = z.object({
  id: z.string(),
  /** Number of the top-level section of the plan; 0 before the first. */
  area: z.int().nonnegative(),
  /** Verbatim text of the document. */
  quote: z.string(),
  /** Position of the quote in code points, end exclusive. */
  start: z.int(),
  end: z.int(),
  title: OneLine,
  kind: PromiseKind,
  /** Last day on which it is on time, `YYYY-MM-DD`. */
  due: z.string().nullable(),
  duePrecision: DuePrecision,
  metric: Metric.nullable(),
  /** Whole yuan. */
  amountCny: z.number().nullable(),
  /** Body or company outside the park that the promise depends on. */
  counterpart: OneLine.nullable(),
  hardness: Hardness,
  owners: z.array(OneLine).readonly(),
  support: z.array(OneLine).readonly(),
  /** Recurrence of a continuing duty as printed: 每月, 每季度. */
  recurrence: OneLine.nullable(),
  /** Ids of the rules that produced the draft. */
  rules: z.array(z.string()).readonly(),
  /** Questions for the reviewer, in Chinese. */
  questions: z.array(OneLine).readonly(),
});
export type Draft = Readonly<z.infer<typeof Draft>>;
