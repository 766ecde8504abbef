import { Temporal } from 'temporal-polyfill';
import { workingDayOnOrBefore } from '../calendar/working-calendar.ts';
import { policyOn, type Rules } from '../policy/hours.ts';
import { dueStateOf, dueWords, figureWords } from './due-figure.ts';
import { isAskedInTime, type Task, type TaskStatus } from './task.ts';

/**
 * Colors in order of urgency. Also: unreported for outdated values, done, withdrawn, and none
 * without a deadline.
 */
export const colours = [
  'red',
  'yellow',
  'unreported',
  'green',
  'none',
  'done',
  'withdrawn',
] as const;
export type LampColour = (typeof colours)[number];

/** Colors in Chinese. */
export const colourName: Readonly<Record<LampColour, string>> = {
  green: '绿',
  yellow: '黄',
  red: '红',
  unreported: '未报数',
  done: '✓',
  withdrawn: '撤销',
  none: '无',
};

/** Subject of a lamp: deadline, pace of a target, or reporting. */
type Axis = 'time' | 'pace' | 'reporting';

/** Words of the lamps; always shown with the color, for accessibility. */
export const lampName: Readonly<Record<LampColour, string>> = {
  red: '红灯',
  yellow: '黄灯',
  green: '绿灯',
  unreported: '未报数',
  done: '办结',
  withdrawn: '撤销',
  none: '无灯',
};

/** A lamp with its explanation. */
export type Lamp = {
  readonly axis: Axis;
  readonly colour: LampColour;
  /** Id of the deciding rule. */
  readonly rule: string;
  readonly policyVersion: number;
  /**
   * Numbers used by the rule, by name. Days are calendar days, negative once overdue; shares are
   * percentages, as exact decimals truncated to one place.
   */
  readonly numbers: Readonly<Record<string, number | string | null>>;
  /** Reason, in Chinese. */
  readonly reason: string;
  /** What would turn it green, in Chinese; null if nothing is needed. */
  readonly toGreen: string | null;
};

/** The worst of `shown`; none if it is empty. */
export const worstColour = (shown: readonly LampColour[]): LampColour =>
  colours.find((colour) => shown.includes(colour)) ?? 'none';

/** Input of the time lamp. */
type Dated = Pick<Task, 'status' | 'due' | 'doneOn' | 'handedInOn' | 'request' | 'measure'>;

/**
 * The time axis of a task's lamp on `today`: yellow from the day of the before-3 rung, moved as
 * the ladder moves it, to the due date; red from the day after, whether that day is worked or not.
 * A target waits for the figure of its due month: it is red once that came and the goal was missed,
 * or is owed and missing. While the office holds the task the clock does not run against its post:
 * what was reported done is judged by the day it was done, a suspended task has no lamp, and a date
 * that a timely request for a later one waits for is not overdue.
 */
export function timeLamp(task: Dated, today: Temporal.PlainDate, rules: Rules): Lamp {
  const { due, status } = task;
  const daysLeft = due === null ? null : daysUntil(due, today);
  const { version: policyVersion } = policyOn(today, rules);
  const lamp = { axis: 'time', policyVersion, numbers: { daysLeft } } as const;
  const shown = UNLIT[status];
  if (shown || due === null) return { ...lamp, ...(shown ?? NO_DUE) };
  return { ...lamp, ...lit({ ...task, due }, today, rules) };
}

/** Color and reason of a lamp. */
type Shown = Pick<Lamp, 'colour' | 'rule' | 'reason' | 'toGreen'>;

/** Statuses without a running deadline. */
const UNLIT: { readonly [Of in TaskStatus]?: Shown } = {
  withdrawn: { colour: 'withdrawn', rule: 'time.withdrawn', reason: '已撤销', toGreen: null },
  closed: { colour: 'done', rule: 'time.ended', reason: '已结束', toGreen: null },
  suspended: { colour: 'none', rule: 'time.suspended', reason: '已中止，不计期限', toGreen: null },
};

const NO_DUE: Shown = { colour: 'none', rule: 'time.no-due', reason: '没有期限', toGreen: null };

/** The lamp of a running deadline. */
function lit(
  task: Dated & { readonly due: Temporal.PlainDate },
  today: Temporal.PlainDate,
  rules: Rules,
): Shown & Partial<Pick<Lamp, 'numbers'>> {
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
const ASKED: Shown = {
  colour: 'yellow',
  rule: 'time.asked',
  reason: '期限已到，延期申请待批复',
  toGreen: '批复延期申请',
};

function aheadLamp(
  due: Temporal.PlainDate,
  today: Temporal.PlainDate,
  rules: Rules,
): Omit<Shown, 'reason'> {
  const { yellowFrom } = policyOn(today, rules);
  const first = workingDayOnOrBefore(due.subtract({ days: yellowFrom }), rules.calendar);
  return Temporal.PlainDate.compare(today, first) >= 0
    ? { colour: 'yellow', rule: 'time.near', toGreen: TO_GREEN }
    : { colour: 'green', rule: 'time.ahead', toGreen: null };
}

const daysUntil = (day: Temporal.PlainDate, from: Temporal.PlainDate): number =>
  from.until(day, { largestUnit: 'day' }).days;

/**
 * A task that waits for verification: in time or late by the day it was done, and the time since
 * its report.
 */
function reviewLamp(
  due: Temporal.PlainDate,
  {
    doneOn,
    handedInOn = doneOn,
  }: {
    readonly doneOn: Temporal.PlainDate;
    readonly handedInOn: Temporal.PlainDate | undefined;
  },
  today: Temporal.PlainDate,
): Shown & Pick<Lamp, 'numbers'> {
  const daysLeft = daysUntil(due, doneOn);
  const waited = daysUntil(today, handedInOn);
  const waits = `待核验${waited > 0 ? `${waited}天` : ''}`;
  const numbers = { daysLeft, waited };
  return daysLeft < 0
    ? {
        colour: 'red',
        rule: 'time.handed-in-late',
        numbers,
        reason: `逾期${-daysLeft}天报办结，${waits}`,
        toGreen: '核验销号',
      }
    : {
        colour: 'green',
        rule: 'time.handed-in',
        numbers,
        reason: `按期报办结，${waits}`,
        toGreen: null,
      };
}
