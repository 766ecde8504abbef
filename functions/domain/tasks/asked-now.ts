import { Temporal } from 'temporal-polyfill';
import { localDay, type Rules, sendInstant } from '../policy/hours.ts';
import { askedOn } from './reporting-asked.ts';
import type { ReportingDay } from './reporting-day.ts';
import { reportingDays } from './reporting-days.ts';
import { isSilent, returnedBy } from './reporting-duty.ts';
import type { Task } from './task.ts';
import { reportedDoneOn } from './task-progress.ts';
import { isLive } from './task-status.ts';

/**
 * The return that a post is asked for at `now`: the one asked last, until its day is over, and from
 * then on while it is missing. Undefined where nothing is asked, because it was there before.
 */
export function askedNow(
  task: Task,
  now: Temporal.Instant,
  rules: Rules,
): Temporal.PlainDate | undefined {
  const last = askedLast(task, now, rules);
  if (!last || isSilent(last.day, task)) return undefined;
  if (isLive(task) && !returnedBy(task, rules)(last)) return last.day;
  const isToCome = Temporal.PlainDate.compare(localDay(now, rules), last.day) <= 0;
  const isAnswer = isLive(task) ? cameSince : isHandedInSince;
  return isToCome && isAnswer(last, task, rules) ? last.day : undefined;
}

function askedLast(task: Task, now: Temporal.Instant, rules: Rules): ReportingDay | undefined {
  let last: ReportingDay | undefined;
  for (const each of reportingDays(task, rules)) {
    if (Temporal.Instant.compare(askedAt(task, each, rules), now) > 0) break;
    last = each;
  }
  return last;
}

const askedAt = (task: Task, wanted: ReportingDay, rules: Rules): Temporal.Instant =>
  sendInstant(askedOn(task, wanted, rules), rules);

/** Whether what is there of `wanted` came when it was asked for, and not before. */
function cameSince(wanted: ReportingDay, task: Task, rules: Rules): boolean {
  const { measure, lastReport } = task;
  const asked = askedAt(task, wanted, rules);
  const came = measure
    ? [...measure.came].flatMap(([month, at]) => (month >= (wanted.month ?? 0) ? [at] : []))
    : [lastReport?.at ?? asked];
  return came.every((at) => Temporal.Instant.compare(at, asked) >= 0);
}

/** Whether the task was reported done in answer to the asking of `wanted`. */
function isHandedInSince(wanted: ReportingDay, task: Task, rules: Rules): boolean {
  const on = task.status === 'pendingReview' ? reportedDoneOn(task) : null;
  return on !== null && Temporal.PlainDate.compare(on, askedOn(task, wanted, rules)) >= 0;
}
