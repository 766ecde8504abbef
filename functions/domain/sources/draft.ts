import { z } from 'zod';
import { Line } from '../base/parsing.ts';
import { DuePrecision, Hardness, Metric, PromiseKind } from '../base/promise.ts';

/** A promise as read, before the office has confirmed it. Field names are those of the exchange format. */
export const Draft = z.object({
  id: z.string(),
  /** Which outermost point of the plan it stands in; 0 before the first. */
  area: z.int().nonnegative(),
  /** The document's own words. */
  quote: z.string(),
  /** Place of the quote in the document, in code points, end exclusive. */
  start: z.int(),
  end: z.int(),
  title: Line,
  kind: PromiseKind,
  /** Last day on which it is on time, `YYYY-MM-DD`. */
  due: z.string().nullable(),
  duePrecision: DuePrecision,
  metric: Metric.nullable(),
  /** Whole yuan. */
  amountCny: z.number().nullable(),
  /** Body or company outside the park that the promise depends on. */
  counterpart: Line.nullable(),
  hardness: Hardness,
  owners: z.array(Line).readonly(),
  support: z.array(Line).readonly(),
  /** 每月, 每季度: the rhythm of a standing duty, as printed. */
  recurrence: Line.nullable(),
  /** Ids of the rules that made the draft. */
  rules: z.array(z.string()).readonly(),
  /** What a person has to decide, in Chinese. */
  questions: z.array(Line).readonly(),
});
export type Draft = Readonly<z.infer<typeof Draft>>;
