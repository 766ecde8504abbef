import { postOf } from './decide.ts';
import { assignmentOf, type TaskNotice } from './notice.ts';
import { Role } from './role.ts';
import { isLive, type Task } from './task.ts';

/**
 * The role in which `notice` is still to be told to its post, or undefined when it is not true any
 * more: the task ended or is held by the office, has another date, or belongs to another post.
 */
export function roleStillTold(task: Task, notice: TaskNotice): Role | undefined {
  if (!isLive(task) || !isSameDue(task, notice)) return undefined;
  const number = assignmentOf(notice.rung);
  if (number !== undefined && number !== task.assignment.number) return undefined;
  return Role.options.find((role) => postOf(task, role) === notice.post);
}

function isSameDue({ due }: Task, notice: TaskNotice): boolean {
  if (due === null || notice.due === null) return due === notice.due;
  return due.equals(notice.due);
}
