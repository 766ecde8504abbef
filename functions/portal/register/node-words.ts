import type { TaskRow } from '../../domain/papers/board.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { isEnded, statusName } from '../../domain/tasks/task-status.ts';
import { leftWords } from '../../domain/tasks/task-year.ts';
import type { Frame } from '../http/frame.ts';
import { dayInTable } from '../ui/words.ts';

/** The status of a task; of a node that its work holds or ended, that it is so with the work. */
export const statusWordsOf = (task: Pick<Task, 'status' | 'nodeOf' | 'leftFor'>): string => {
  const { status, nodeOf } = task;
  const left = leftWords(task);
  if (left !== undefined) return left;
  if (!nodeOf?.before) return statusName[status];
  return status === 'withdrawn' ? '随事项结束' : '随事项暂停';
};

/** `节点2/3，下一个：可研，6月10日`; null for a task without nodes. */
export function nodesLine(
  { task: { work }, nodes = [] }: TaskRow,
  today: Frame['today'],
): string | null {
  if (!work || nodes.length === 0) return null;
  const count = `节点${work.closed}/${work.all}`;
  const [next] = work.open;
  if (!next) return count;
  const day = next.due === null ? '' : `，${dayInTable(next.due, today)}`;
  return `${count}，下一个：${next.title}${day}`;
}

/** Whether nodes can be entered for `task`, as far as it follows from its kind. */
export const isDivisible = (task: Pick<Task, 'kind' | 'nodeOf' | 'status' | 'answers'>): boolean =>
  task.kind === 'milestone' && task.nodeOf === null && task.answers === undefined && !isEnded(task);
