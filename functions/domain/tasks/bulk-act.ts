import type { Act } from './move.ts';

/** Acts that can be carried out for many tasks at once, in the order in which they are offered. */
export const bulkActs = [
  'reassign',
  'redate',
  'urge',
  'assign',
  'suspend',
  'withdraw',
] as const satisfies readonly Act[];
export type BulkAct = (typeof bulkActs)[number];

/** Maximum number of tasks in one bulk, so that one request can carry it out. */
export const MAX_BULK = 500;
