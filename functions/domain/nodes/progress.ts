import type { Task } from '../tasks/task.ts';

/**
 * The progress of a work in whole percent, rounded down: that of its nodes by weight. A node without a
 * weight counts as 1; one that was withdrawn by itself does not count. Null where none counts.
 */
export function nodesProgress(nodes: readonly { readonly task: Task }[]): number | null {
  const counted = nodes
    .map(({ task }) => task)
    .filter(({ status, nodeOf }) => status !== 'withdrawn' || nodeOf?.before);
  const weightOf = ({ nodeOf }: Task): number => nodeOf?.weight ?? 1;
  const total = counted.reduce((sum, node) => sum + weightOf(node), 0);
  if (total === 0) return null;
  const done = counted.reduce((sum, node) => sum + weightOf(node) * shareOf(node), 0);
  return Math.floor(done / total);
}

const shareOf = ({ status, progress }: Task): number => (status === 'closed' ? 100 : progress);
