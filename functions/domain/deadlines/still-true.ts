import type { Role } from '../base/role.ts';
import type { Rules } from '../policy/hours.ts';
import { isStillSo } from '../tasks/decisions.ts';
import { isMetWhenDue } from '../tasks/due-figure.ts';
import { allClosedAt } from '../tasks/kin.ts';
import { type ByKind, byKind } from '../tasks/occasion.ts';
import { supportingPosts } from '../tasks/owned.ts';
import type { Ruling } from '../tasks/ruling.ts';
import { postOf, type Task } from '../tasks/task.ts';
import { isLive } from '../tasks/task-status.ts';
import { urgeInForce } from '../tasks/urging.ts';
import { awaitedOf, isSameRequest } from '../tasks/waiting.ts';
import { owesReturn } from './reporting-steps.ts';
import type { TaskNotice } from './task-notice.ts';

/**
 * Whether `notice` is still true. A ruling is as long as what was decided is so. What waited for the
 * office is not once it was decided, nor is a request for a report once one came; else it is not once
 * the task ended or is held by the office, has another date, or belongs to another post.
 */
export function isStillTrue(task: Task, notice: TaskNotice, rules: Rules): boolean {
  const isWithPost = isLive(task) && isOfPost(task, notice);
  const isHeard =
    isWithPost && (notice.isSupporting ? !isMetWhenDue(task) : isHeardBy(notice.role, task));
  const isOfDate = (): boolean => isHeard && isSameDue(task, notice);
  const stillTrue: ByKind<boolean> = {
    before: isOfDate,
    due: isOfDate,
    overdue: isOfDate,
    overdueWeekly: isOfDate,
    handOver: ({ number }) => isOfDate() && number === task.assignment.number,
    reportDue: ({ of }) => isWithPost && owesReturn(task, of, rules),
    behindPace: () => isHeard,
    awaitsOffice: (waiting) => isSameRequest(waiting, awaitedOf(task)),
    decision: ({ number }) =>
      task.rulings.some((each) => isToldBy(each, number, notice) && isStillSo(task, each)),
    urge: ({ number }) => isWithPost && urgeInForce(task)?.number === number,
    nodesDone: ({ since }) =>
      isWithPost && task.work !== undefined && allClosedAt(task.work)?.toString() === since,
    unanswered: ({ after }) => isStillTrue(task, { ...notice, occasion: after }, rules),
    unknown: isOfDate,
  };
  return byKind(notice.occasion, stillTrue);
}

const isOfPost = (task: Task, { role, post, isSupporting }: TaskNotice): boolean =>
  isSupporting ? supportingPosts(task).includes(post) : postOf(task, role) === post;

/** Of a target that met its goal in time the owner alone hears: he is to report it done. */
const isHeardBy = (role: Role, task: Task): boolean => role === 'owner' || !isMetWhenDue(task);

const isToldBy = (ruling: Ruling, number: number, { post }: TaskNotice): boolean =>
  ruling.number === number && ruling.post === post;

/** Whether the date that a notice was about is still that of the task. */
function isSameDue({ due }: Task, notice: TaskNotice): boolean {
  if (due === null || notice.due === null) return due === notice.due;
  return due.equals(notice.due);
}
