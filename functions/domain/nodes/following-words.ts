import type { Task } from '../tasks/task.ts';
import { isEnded, statusName } from '../tasks/task-status.ts';

/** What happened to a node with its work, as the history of the node calls it. */
export function followingWords(before: Task, after: Task, work: Task): string {
  if (before.plan !== after.plan) return '随事项结转';
  if (before.status !== after.status) {
    const isBack = after.nodeOf?.before === null;
    return isBack ? '随事项恢复' : `随事项${statusName[work.status]}`;
  }
  return before.owner === after.owner || isEnded(after) ? '随事项更名' : '随事项改派';
}
