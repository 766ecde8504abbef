import type { Role } from '../base/role.ts';
import type { Rules } from '../policy/hours.ts';
import { isStillSo } from '../tasks/decisions.ts';
import { isMetWhenDue } from '../tasks/due-figure.ts';
import { type Ruling, rulingOf } from '../tasks/ruling.ts';
import { isLive, postOf, type Task } from '../tasks/task.ts';
import { isWaiting, tellsOf, waitingId } from '../tasks/waiting.ts';
import { assignmentOf, type TaskNotice } from './notice.ts';
import { isPace } from './pace-step.ts';
import { askedBy, owesReturn } from './reporting-steps.ts';

/**
 * Whether `notice` is still true. A ruling is as long as what was decided is so. What waited for the
 * office is not once it was decided, nor is a request for a report once one came; else it is not once
 * the task ended or is held by the office, has another date, or belongs to another post.
 */
export function isStillTrue(task: Task, notice: TaskNotice, rules: Rules): boolean {
  const number = rulingOf(notice.rung);
  if (number !== undefined) {
    return task.rulings.some((each) => isToldBy(each, number, notice) && isStillSo(task, each));
  }
  if (isWaiting(notice.rung)) return tellsOf(notice.rung, waitingId(task));
  if (!isLive(task) || postOf(task, notice.role) !== notice.post) return false;
  const asked = askedBy(notice.rung);
  if (asked) return owesReturn(task, asked.of, rules);
  return isHeardBy(notice.role, task) && (isPace(notice.rung) || isOfNow(task, notice));
}

/** Of a target that met its goal in time the owner alone hears: he is to report it done. */
const isHeardBy = (role: Role, task: Task): boolean => role === 'owner' || !isMetWhenDue(task);

const isToldBy = (ruling: Ruling, number: number, { post }: TaskNotice): boolean =>
  ruling.number === number && ruling.post === post;

/** Whether the date and the handing over that a rung was about are still those of the task. */
function isOfNow(task: Task, notice: TaskNotice): boolean {
  const number = assignmentOf(notice.rung) ?? task.assignment.number;
  return number === task.assignment.number && isSameDue(task, notice);
}

function isSameDue({ due }: Task, notice: TaskNotice): boolean {
  if (due === null || notice.due === null) return due === notice.due;
  return due.equals(notice.due);
}
