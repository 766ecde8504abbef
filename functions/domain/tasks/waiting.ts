import type { Temporal } from 'temporal-polyfill';
import { workingDayAfter } from '../calendar/working-calendar.ts';
import { localDay, policyOn, type Rules, sendInstant } from '../policy/hours.ts';
import { isLive, reportedDoneOn, type Task } from './task.ts';

const PREFIX = 'waiting-';

/** That the office hears of something of a task that waits for it to decide. */
export type Waiting = {
  /** Names what waits, since which request, and from the second time on the count: `waiting-review-2022-06-24+2`. */
  readonly id: string;
  /** When the office hears of it. */
  readonly at: Temporal.Instant;
};

/** Whether `rung` is not of the ladder but tells the office of something that waits for it. */
export const isWaiting = (rung: string): boolean => rung.startsWith(PREFIX);

/** Whether `rung` tells the office of what is called `id`, for whichever time. */
export const tellsOf = (rung: string, id: string | undefined): boolean => partsOf(rung).of === id;

/**
 * What of `task` waits for the office: its verification, that its post is not answerable, or an
 * extension; undefined for none of them.
 */
export function waitingId(task: Task): string | undefined {
  const { status, request, disowned } = task;
  if (status === 'pendingReview') {
    const on = reportedDoneOn(task);
    return on === null ? undefined : `${PREFIX}review-${on.toString()}`;
  }
  if (!isLive({ status })) return undefined;
  if (disowned !== null) return `${PREFIX}disowned-${disowned.at.toString()}`;
  return request === null ? undefined : `${PREFIX}extension-${request.at.toString()}`;
}

/** The day from which `task` waits for the office; null where nothing does. */
export function waitingSince(task: Task, rules: Rules): Temporal.PlainDate | null {
  if (waitingId(task) === undefined) return null;
  if (task.status === 'pendingReview') return reportedDoneOn(task);
  const asked = task.disowned ?? task.request;
  return asked && localDay(asked.at, rules);
}

/**
 * When the office hears of what waits: at the send time at which the policy's patience with it ends,
 * and then again and again until it decides.
 *
 * @param heard - the last time that was told.
 * @yields the times after that one, without end.
 */
export function* waitingsAfter(
  task: Task,
  heard: string | null,
  rules: Rules,
): Generator<Waiting, void> {
  const id = waitingId(task);
  const since = waitingSince(task, rules);
  if (id === undefined || since === null) return;
  const { officeWithinWorkingDays, officeEveryWorkingDays } = policyOn(since, rules);
  const told = partsOf(heard ?? '');
  let day = workingDayAfter(since, officeWithinWorkingDays, rules.calendar);
  for (let nth = 1; ; nth += 1) {
    const isNews = told.of !== id || nth > told.nth;
    if (isNews) yield { id: nth === 1 ? id : `${id}+${nth}`, at: sendInstant(day, rules) };
    day = workingDayAfter(day, officeEveryWorkingDays, rules.calendar);
  }
}

/** What a rung tells of, and how many times. */
function partsOf(rung: string): { readonly of: string; readonly nth: number } {
  const [of = '', nth = '1'] = rung.split('+');
  return { of, nth: Number(nth) };
}
