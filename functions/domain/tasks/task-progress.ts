import { Temporal } from 'temporal-polyfill';
import type { Task } from './task.ts';
import type { TaskReport } from './task-parts.ts';
import { isLive } from './task-status.ts';

/** The percent that somebody stated; null for a target of which only its figures say how far it is. */
export const statedProgress = ({
  kind,
  progress,
}: Pick<Task, 'kind' | 'progress'>): number | null =>
  kind === 'target' && progress === 0 ? null : progress;

/** The day on which the task was reported done; null where it was not, or was returned. */
export const reportedDoneOn = ({
  doneOn,
  handedInOn,
}: Pick<Task, 'doneOn' | 'handedInOn'>): Temporal.PlainDate | null =>
  doneOn && (handedInOn ?? doneOn);

/**
 * The report by which the owner's post said that a live task is all done, without handing it in;
 * null where there is none, or the office returned the task or handed it over since.
 */
export function doneReport(
  task: Pick<Task, 'status' | 'progress' | 'lastReport' | 'assignment'>,
): TaskReport | null {
  const { lastReport, progress, assignment } = task;
  if (!isLive(task) || progress < 100 || lastReport?.progress !== 100) return null;
  const isOfNow = Temporal.Instant.compare(lastReport.at, assignment.at) >= 0;
  return isOfNow && !lastReport.isReturned ? lastReport : null;
}
