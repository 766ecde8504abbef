import { Temporal } from 'temporal-polyfill';
import { sendInstant } from '../policy/hours.ts';
import { type At, passedBy, redated } from './date-moves.ts';
import { overdueCountOn } from './overdue-count.ts';
import type { Task } from './task.ts';

/** `task` held by the office: the count of overdue days stops. */
export function held(task: Task, at: At): Task {
  const { due } = task;
  if (due === null) return task;
  const count = overdueCountOn({ ...task, due }, lastSendDay(at), at.rules);
  return { ...task, overdueCount: count };
}

/** `task` back with its post: missed notices are dropped, and the count resumes. */
export function released(task: Task, at: At): Task {
  const silentThrough = lastPassed(task, at);
  const { overdueCount } = task;
  const day = lastSendDay(at);
  return { ...task, silentThrough, overdueCount: overdueCount && { ...overdueCount, day } };
}

/** Returned (退办): progress is reset to the last reported value. */
export function returned(task: Task, at: At): Task {
  const { deemedDone: _, ...open } = task;
  const { doneOn, lastReport, overdueCount, due } = task;
  const known =
    overdueCount ?? (due && doneOn && overdueCountOn({ due, overdueCount }, doneOn, at.rules));
  const progress = lastReport === null ? 0 : (lastReport.progress ?? task.progress);
  return {
    ...released({ ...open, overdueCount: known }, at),
    doneOn: null,
    progress,
    lastReport: lastReport && { ...lastReport, isReturned: true },
  };
}

/** Resumes with the given date, or with its previous date if that is in the future. */
export function resumed(task: Task, named: Temporal.PlainDate | undefined, at: At): Task | string {
  const { due } = task;
  if (due === null) return released(task, at);
  if (named === undefined && Temporal.PlainDate.compare(due, at.today) < 0) {
    return `原来的期限 ${due.toString()} 已经过去，恢复时请写明期限：今天或以后的日期，或沿用原期限`;
  }
  if (named === undefined || named.equals(due)) return released(task, at);
  return passedBy(named, at.today) ?? redated(task, named, at.today);
}

/** The last day whose send time has passed at `now`. */
function lastSendDay({ now, today, rules }: At): Temporal.PlainDate {
  const isPast = Temporal.Instant.compare(sendInstant(today, rules), now) < 0;
  return isPast ? today : today.subtract({ days: 1 });
}

/**
 * The last day that has passed, but not earlier than what is already silent: rungs during the hold
 * are dropped, not missed.
 */
function lastPassed({ silentThrough }: Task, at: At): Temporal.PlainDate {
  const day = lastSendDay(at);
  const isCovered = silentThrough !== null && Temporal.PlainDate.compare(silentThrough, day) > 0;
  return isCovered ? silentThrough : day;
}
