import { Temporal } from 'temporal-polyfill';
import { workingDayOnOrBefore } from '../calendar/working-calendar.ts';
import { policyOn, type Rules } from '../policy/hours.ts';
import { dueStateOf, dueWords, figureWords } from './due-figure.ts';
import type { Lamp } from './lamp.ts';
import { daysUntil, type LampFinding, reviewLamp } from './review-lamp.ts';
import { isAskedInTime, type Task } from './task.ts';
import type { TaskStatus } from './task-status.ts';
import { aheadWords, isAhead, leftWords } from './task-year.ts';

/** Input of the time lamp. */
type Dated = Pick<
  Task,
  'plan' | 'status' | 'due' | 'doneOn' | 'handedInOn' | 'request' | 'measure' | 'leftFor'
>;

/**
 * The time axis of a task's lamp on `today`: yellow from the day of the before-3 rung, moved as
 * the ladder moves it, to the due date; red from the day after, whether that day is worked or not.
 * A target waits for the figure of its due month: it is red once that came and the goal was missed,
 * or is owed and missing. While the office holds the task the clock does not run against its post:
 * what was reported done is judged by the day it was done, a suspended task has no lamp, and a date
 * that a timely request for a later one waits for is not overdue. A task of a coming year has none, nor
 * has one in a year that it was carried over from.
 */
export function timeLamp(task: Dated, today: Temporal.PlainDate, rules: Rules): Lamp {
  const { due, status } = task;
  const daysLeft = due === null ? null : daysUntil(due, today);
  const { version: policyVersion } = policyOn(today, rules);
  const lamp = { axis: 'time', policyVersion, numbers: { daysLeft } } as const;
  const shown =
    leftLamp(task) ?? UNLIT[status] ?? (isAhead(task, today) ? aheadOf(task) : undefined);
  if (shown || due === null) return { ...lamp, ...(shown ?? NO_DUE) };
  return { ...lamp, ...lit({ ...task, due }, today, rules) };
}

/** Statuses without a running deadline. */
const UNLIT: { readonly [Of in TaskStatus]?: LampFinding } = {
  withdrawn: { colour: 'withdrawn', rule: 'time.withdrawn', reason: '已撤销', toGreen: null },
  closed: { colour: 'done', rule: 'time.ended', reason: '已结束', toGreen: null },
  suspended: { colour: 'none', rule: 'time.suspended', reason: '已中止，不计期限', toGreen: null },
};

/** Nothing of a coming year is lit before it begins. */
const aheadOf = (task: Dated): LampFinding => ({
  colour: 'none',
  rule: 'time.year-ahead',
  reason: aheadWords(task),
  toGreen: null,
});

const leftLamp = (task: Dated): LampFinding | undefined => {
  const reason = leftWords(task);
  return reason === undefined
    ? undefined
    : { colour: 'none', rule: 'time.year-left', reason, toGreen: null };
};

const NO_DUE: LampFinding = {
  colour: 'none',
  rule: 'time.no-due',
  reason: '没有期限',
  toGreen: null,
};

/** The lamp of a running deadline. */
function lit(
  task: Dated & { readonly due: Temporal.PlainDate },
  today: Temporal.PlainDate,
  rules: Rules,
): LampFinding & Partial<Pick<Lamp, 'numbers'>> {
  const { due, doneOn, handedInOn, status } = task;
  if (status === 'pendingReview' && doneOn !== null) {
    return reviewLamp(due, { doneOn, handedInOn }, today);
  }
  const reason = dueWords(task, due, today);
  switch (dueStateOf(task, due, today)) {
    case 'met':
      return { colour: 'green', rule: 'time.met', reason, toGreen: null };
    case 'awaited': {
      const toGreen = `报来${figureWords(task)}，达到目标`;
      return { colour: 'yellow', rule: 'time.awaited', reason, toGreen };
    }
    case 'overdue':
      return isAskedInTime(task)
        ? ASKED
        : { colour: 'red', rule: 'time.overdue', reason, toGreen: TO_GREEN };
    case 'ahead':
      return { ...aheadLamp(due, today, rules), reason };
  }
}

const TO_GREEN = '办结销号，或获准延期';

/** A task is not late while a timely request for a later date is pending. */
const ASKED: LampFinding = {
  colour: 'yellow',
  rule: 'time.asked',
  reason: '期限已到，延期申请待批复',
  toGreen: '批复延期申请',
};

function aheadLamp(
  due: Temporal.PlainDate,
  today: Temporal.PlainDate,
  rules: Rules,
): Omit<LampFinding, 'reason'> {
  const { yellowFrom } = policyOn(today, rules);
  const first = workingDayOnOrBefore(due.subtract({ days: yellowFrom }), rules.calendar);
  return Temporal.PlainDate.compare(today, first) >= 0
    ? { colour: 'yellow', rule: 'time.near', toGreen: TO_GREEN }
    : { colour: 'green', rule: 'time.ahead', toGreen: null };
}
