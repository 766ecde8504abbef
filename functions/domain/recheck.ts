import { postOf } from './decide.ts';
import type { Rules } from './hours.ts';
import { assignmentOf, type TaskNotice } from './notice.ts';
import { askedBy, owesReturn } from './returns.ts';
import { isLive, type Task } from './task.ts';
import { isWaiting, waitingId } from './waiting.ts';

/**
 * Whether `notice` is still true. What waited for the office is not once it was decided, nor is a
 * request for a report once one came; else it is not once the task ended or is held by the office,
 * has another date, or belongs to another post.
 */
export function isStillTrue(task: Task, notice: TaskNotice, rules: Rules): boolean {
  if (isWaiting(notice.rung)) return waitingId(task) === notice.rung;
  const asked = askedBy(notice.rung);
  if (asked) return owesReturn(task, asked.of, rules) && postOf(task, notice.role) === notice.post;
  if (!isLive(task) || !isSameDue(task, notice)) return false;
  const number = assignmentOf(notice.rung);
  if (number !== undefined && number !== task.assignment.number) return false;
  return postOf(task, notice.role) === notice.post;
}

function isSameDue({ due }: Task, notice: TaskNotice): boolean {
  if (due === null || notice.due === null) return due === notice.due;
  return due.equals(notice.due);
}
