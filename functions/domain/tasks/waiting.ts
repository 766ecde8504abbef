import type { Temporal } from 'temporal-polyfill';
import { workingDayAfter } from '../calendar/working-calendar.ts';
import { localDay, policyOn, type Rules, sendInstant } from '../policy/hours.ts';
import type { AwaitsOffice, Occasion } from './occasion.ts';
import type { Task } from './task.ts';
import { reportedDoneOn } from './task-progress.ts';
import { isLive } from './task-status.ts';

/** That the office is notified of something of a task that waits for it to decide. */
export type Waiting = {
  readonly occasion: AwaitsOffice;
  /** When the office is notified of it. */
  readonly at: Temporal.Instant;
};

/** Whether both tell the office of the same request, however often each was told. */
export const isSameRequest = (a: AwaitsOffice, b: AwaitsOffice | undefined): boolean =>
  a.what === b?.what && a.since === b.since;

/**
 * What of `task` waits for the office: its verification, that its post is not answerable, or an
 * extension; undefined for none of them. As it is told for the first time.
 */
export function awaitedOf(task: Task): AwaitsOffice | undefined {
  const { status, request, disowned } = task;
  if (status === 'pendingReview') {
    const on = reportedDoneOn(task);
    return on === null ? undefined : first('review', on);
  }
  if (!isLive(task)) return undefined;
  if (disowned !== null) return first('disowned', disowned.at);
  return request === null ? undefined : first('extension', request.at);
}

const first = (
  what: AwaitsOffice['what'],
  since: Temporal.PlainDate | Temporal.Instant,
): AwaitsOffice => ({ kind: 'awaitsOffice', what, since: since.toString(), nth: 1 });

/** The day from which `task` waits for the office; null where nothing does. */
export function waitingSince(task: Task, rules: Rules): Temporal.PlainDate | null {
  if (awaitedOf(task) === undefined) return null;
  if (task.status === 'pendingReview') return reportedDoneOn(task);
  const asked = task.disowned ?? task.request;
  return asked && localDay(asked.at, rules);
}

/**
 * When the office is notified of what waits: at the send time at which the policy's patience with it ends,
 * and then again and again until it decides.
 *
 * @param heard - the last time that was told.
 * @yields the times after that one, without end.
 */
export function* waitingsAfter(
  task: Task,
  heard: Occasion | null,
  rules: Rules,
): Generator<Waiting, void> {
  const occasion = awaitedOf(task);
  const since = waitingSince(task, rules);
  if (occasion === undefined || since === null) return;
  const { officeWithinWorkingDays, officeEveryWorkingDays } = policyOn(since, rules);
  const isOfThis = heard?.kind === 'awaitsOffice' && isSameRequest(heard, occasion);
  const told = isOfThis ? heard.nth : 0;
  let day = workingDayAfter(since, officeWithinWorkingDays, rules.calendar);
  for (let nth = 1; ; nth += 1) {
    if (nth > told) yield { occasion: { ...occasion, nth }, at: sendInstant(day, rules) };
    day = workingDayAfter(day, officeEveryWorkingDays, rules.calendar);
  }
}
