import { type Act, actName } from './move.ts';

/** Acts that can be carried out for many tasks at once, in the order in which they are offered. */
export const bulkActs = [
  'reassign',
  'redate',
  'urge',
  'assign',
  'amend',
  'suspend',
  'withdraw',
] as const satisfies readonly Act[];
export type BulkAct = (typeof bulkActs)[number];

/** Names of the acts in Chinese; of what a task says, only its area is amended for many at once. */
export const bulkActName: Readonly<Record<BulkAct, string>> = {
  ...actName,
  amend: '调整所属工作',
};

/** Maximum number of tasks in one bulk, so that one request can carry it out. */
export const MAX_BULK = 500;
