import { z } from 'zod';
import { OneLine } from './parsing.ts';

/**
 * Terms that describe a promise, shared by the plan reader and the register. Source: the labeling
 * rules of the plan data (kind, due, hardness).
 */

/** milestone: an end state; target: a number; funding: money to obtain; standing: a continuing duty. */
export const PromiseKind = z.enum(['milestone', 'target', 'funding', 'standing']);
export type PromiseKind = z.infer<typeof PromiseKind>;

/** Kinds in Chinese. */
export const kindName: Readonly<Record<PromiseKind, string>> = {
  milestone: '里程碑',
  target: '指标',
  funding: '资金',
  standing: '长期事项',
};

/**
 * explicit: stated in the plan; set: by the office; assumed-year-end: by default; none: no
 * deadline.
 */
export const DuePrecision = z.enum(['explicit', 'set', 'assumed-year-end', 'none']);
export type DuePrecision = z.infer<typeof DuePrecision>;

/** must 确保, strive 力争, advance 推进: the weakest word that governs the promise. */
export const Hardness = z.enum(['must', 'strive', 'advance']);
export type Hardness = z.infer<typeof Hardness>;

/** A number to reach, value and unit as printed (`420`, `亿元`). */
export const Metric = z.object({
  name: OneLine,
  unit: OneLine,
  value: z.number(),
  comparator: z.enum(['ge', 'le', 'eq', 'rank-le', 'growth']),
});
export type Metric = z.infer<typeof Metric>;
