import type { Temporal } from 'temporal-polyfill';
import { workingDayAfter } from './calendar.ts';
import { localDay, policyOn, type Rules, sendInstant } from './hours.ts';
import { isLive, type Task } from './task.ts';

const PREFIX = 'waiting-';

/** Something of a task that waits for the office to decide. */
export type Waiting = {
  /** Names what waits, and since which request: `waiting-review-2022-06-24`. */
  readonly id: string;
  /** When the office hears of it. */
  readonly at: Temporal.Instant;
};

/** Whether `rung` is not of the ladder but tells the office of something that waits for it. */
export const isWaiting = (rung: string): boolean => rung.startsWith(PREFIX);

/**
 * What of `task` waits for the office: its verification, that its post is not answerable, or an
 * extension; undefined for none of them.
 */
export function waitingId({ status, doneOn, request, disowned }: Task): string | undefined {
  if (status === 'pendingReview') {
    return doneOn === null ? undefined : `${PREFIX}review-${doneOn.toString()}`;
  }
  if (!isLive({ status })) return undefined;
  if (disowned !== null) return `${PREFIX}disowned-${disowned.at.toString()}`;
  return request === null ? undefined : `${PREFIX}extension-${request.at.toString()}`;
}

/** What waits, with the send time at which the policy's patience with the office ends. */
export function waitingOf(task: Task, rules: Rules): Waiting | undefined {
  const id = waitingId(task);
  const { doneOn, request, disowned, status } = task;
  const asked = disowned ?? request;
  const since = status === 'pendingReview' ? doneOn : asked && localDay(asked.at, rules);
  if (id === undefined || since === null) return undefined;
  const { officeWithinWorkingDays } = policyOn(since, rules);
  const day = workingDayAfter(since, officeWithinWorkingDays, rules.calendar);
  return { id, at: sendInstant(day, rules) };
}
