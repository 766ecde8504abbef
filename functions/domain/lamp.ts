import { Temporal } from 'temporal-polyfill';
import { workingDayOnOrBefore } from './calendar.ts';
import { policyOn, type Rules } from './hours.ts';
import { isAskedInTime, isEnded, type Task } from './task.ts';
import { daysLeftWords } from './words.ts';

/** A finished task shows a tick, one without a deadline no lamp on this axis. */
export type LampColour = 'green' | 'yellow' | 'red' | 'done' | 'none';

/** The colours as people read them. */
export const colourName: Readonly<Record<LampColour, string>> = {
  green: '绿',
  yellow: '黄',
  red: '红',
  done: '✓',
  none: '无',
};

/** What a lamp is about: the deadline, the pace of a number, the duty to report. */
type Axis = 'time' | 'pace' | 'reporting';

/** The lamps' words; a lamp is never shown without its word, for its colour alone tells nobody. */
export const lampName: Readonly<Record<LampColour, string>> = {
  red: '红灯',
  yellow: '黄灯',
  green: '绿灯',
  done: '办结',
  none: '无灯',
};

/** A lamp and all that explains it. */
export type Lamp = {
  readonly axis: Axis;
  readonly colour: LampColour;
  /** Id of the rule that decided. */
  readonly rule: string;
  readonly policyVersion: number;
  /**
   * The numbers the rule used, by name: days are calendar days, negative once overdue; shares are
   * percent, as exact decimals cut to one place.
   */
  readonly numbers: Readonly<Record<string, number | string | null>>;
  /** Why, in Chinese. */
  readonly reason: string;
  /** What would turn it green, in Chinese; null where nothing needs to. */
  readonly toGreen: string | null;
};

const SEVERITY: readonly LampColour[] = ['red', 'yellow', 'green', 'none', 'done'];

/** The worst of `colours`; none where there are none. */
export const worstColour = (colours: readonly LampColour[]): LampColour =>
  SEVERITY.find((colour) => colours.includes(colour)) ?? 'none';

/** The lamp that speaks for a record: the first of the worst; done as soon as one axis says so. */
export function worstLamp(first: Lamp, ...others: readonly Lamp[]): Lamp {
  const lamps = [first, ...others];
  const done = lamps.find(({ colour }) => colour === 'done');
  const worst = worstColour(lamps.map(({ colour }) => colour));
  return done ?? lamps.find(({ colour }) => colour === worst) ?? first;
}

/**
 * The time axis of a task's lamp on `today`: yellow from the day of the before-3 rung, moved as
 * the ladder moves it, to the due date; red from the day after, whether that day is worked or not.
 * While the office holds the task the clock does not run against its post: what was reported done is
 * judged by the day of the report, a suspended task has no lamp, and a date that a timely request
 * for a later one waits for is not overdue.
 */
export function timeLamp(task: Dated, today: Temporal.PlainDate, rules: Rules): Lamp {
  const { due } = task;
  const daysLeft = due === null ? null : daysUntil(due, today);
  const { version: policyVersion } = policyOn(today, rules);
  const lamp = { axis: 'time', policyVersion, numbers: { daysLeft } } as const;
  if (due === null || isEnded(task) || task.status === 'suspended') {
    return { ...lamp, ...unlit(task) };
  }
  return { ...lamp, ...lit({ ...task, due }, today, rules) };
}

/** What the time axis goes by. */
type Dated = Pick<Task, 'status' | 'due' | 'doneOn' | 'request'>;

/** What a lamp shows, and why. */
type Shown = Pick<Lamp, 'colour' | 'rule' | 'reason' | 'toGreen'>;

/** What has no deadline to keep, or none until it is resumed. */
function unlit(task: Dated): Shown {
  if (isEnded(task)) {
    return { colour: 'done', rule: 'time.ended', reason: '已结束', toGreen: null };
  }
  return task.status === 'suspended'
    ? { colour: 'none', rule: 'time.suspended', reason: '已中止，不计期限', toGreen: null }
    : { colour: 'none', rule: 'time.no-due', reason: '没有期限', toGreen: null };
}

function lit(
  task: Dated & { readonly due: Temporal.PlainDate },
  today: Temporal.PlainDate,
  rules: Rules,
): Shown & Partial<Pick<Lamp, 'numbers'>> {
  const { due, doneOn, status } = task;
  if (status === 'pendingReview' && doneOn !== null) return reviewLamp(due, doneOn, today);
  const daysLeft = daysUntil(due, today);
  if (daysLeft < 0) return pastLamp(task, -daysLeft);
  const { yellowFrom } = policyOn(today, rules);
  const nearFrom = workingDayOnOrBefore(due.subtract({ days: yellowFrom }), rules.calendar);
  const reason = daysLeftWords(due, today);
  return Temporal.PlainDate.compare(today, nearFrom) >= 0
    ? { colour: 'yellow', rule: 'time.near', reason, toGreen: TO_GREEN }
    : { colour: 'green', rule: 'time.ahead', reason, toGreen: null };
}

const TO_GREEN = '办结销号，或获准延期';

const daysUntil = (day: Temporal.PlainDate, from: Temporal.PlainDate): number =>
  from.until(day, { largestUnit: 'day' }).days;

/** A task that waits to be verified: in time or late by the day of its report, and how long it waits. */
function reviewLamp(
  due: Temporal.PlainDate,
  doneOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Shown & Pick<Lamp, 'numbers'> {
  const daysLeft = daysUntil(due, doneOn);
  const waited = daysUntil(today, doneOn);
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

/** Nobody is late on a date while the office has not answered a timely request for a later one. */
const pastLamp = (task: Dated, daysLate: number): Shown =>
  isAskedInTime(task)
    ? {
        colour: 'yellow',
        rule: 'time.asked',
        reason: '期限已到，延期申请待批复',
        toGreen: '批复延期申请',
      }
    : {
        colour: 'red',
        rule: 'time.overdue',
        reason: `已逾期${daysLate}天`,
        toGreen: TO_GREEN,
      };
