import { Temporal } from 'temporal-polyfill';
import { workingDayOnOrBefore } from './calendar.ts';
import { dueStateOf, dueWords, figureWords } from './due-figure.ts';
import { policyOn, type Rules } from './hours.ts';
import { isEnded, type Task } from './task.ts';

/**
 * What a lamp shows, in the order of urgency. A target whose figure is older than the one that is
 * owed shows that it was not reported, a finished task a tick, one that was withdrawn a word, one
 * without a deadline no lamp.
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

/** The colours as people read them. */
export const colourName: Readonly<Record<LampColour, string>> = {
  green: '绿',
  yellow: '黄',
  red: '红',
  unreported: '未报数',
  done: '✓',
  withdrawn: '撤销',
  none: '无',
};

/** What a lamp is about: the deadline, the pace of a number, the duty to report. */
type Axis = 'time' | 'pace' | 'reporting';

/** The lamps' words; a lamp is never shown without its word, for its colour alone tells nobody. */
export const lampName: Readonly<Record<LampColour, string>> = {
  red: '红灯',
  yellow: '黄灯',
  green: '绿灯',
  unreported: '未报数',
  done: '办结',
  withdrawn: '撤销',
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

/** The worst of `shown`; none where there are none. */
export const worstColour = (shown: readonly LampColour[]): LampColour =>
  colours.find((colour) => shown.includes(colour)) ?? 'none';

/** What the time axis goes by. */
type Dated = Pick<Task, 'status' | 'due' | 'measure'>;

/**
 * The time axis of a task's lamp on `today`: yellow from the day of the before-3 rung, moved as
 * the ladder moves it, to the due date; red from the day after, whether that day is worked or not.
 * A target waits for the figure of its due month: it is red once that came and the goal was missed,
 * or is owed and missing.
 */
export function timeLamp(task: Dated, today: Temporal.PlainDate, rules: Rules): Lamp {
  const { due, status } = task;
  const { version: policyVersion } = policyOn(today, rules);
  const daysLeft = due === null ? null : today.until(due, { largestUnit: 'day' }).days;
  const lamp = { axis: 'time', policyVersion, numbers: { daysLeft }, toGreen: null } as const;
  if (status === 'withdrawn') {
    return { ...lamp, colour: 'withdrawn', rule: 'time.withdrawn', reason: '已撤销' };
  }
  if (isEnded(task)) return { ...lamp, colour: 'done', rule: 'time.ended', reason: '已结束' };
  if (due === null) {
    return { ...lamp, colour: 'none', rule: 'time.no-due', reason: '没有期限' };
  }
  const reason = dueWords(task, due, today);
  return { ...lamp, ...litBy(task, due, today, rules), reason };
}

const WAY_BACK = '办结销号，或获准延期';

type Lit = Pick<Lamp, 'colour' | 'rule' | 'toGreen'>;

/** How a date that counts is lit. */
function litBy(task: Dated, due: Temporal.PlainDate, today: Temporal.PlainDate, rules: Rules): Lit {
  switch (dueStateOf(task, due, today)) {
    case 'met':
      return { colour: 'green', rule: 'time.met', toGreen: null };
    case 'awaited': {
      const toGreen = `报来${figureWords(task)}，达到目标`;
      return { colour: 'yellow', rule: 'time.awaited', toGreen };
    }
    case 'overdue':
      return { colour: 'red', rule: 'time.overdue', toGreen: WAY_BACK };
    case 'ahead':
      return isNear(due, today, rules)
        ? { colour: 'yellow', rule: 'time.near', toGreen: WAY_BACK }
        : { colour: 'green', rule: 'time.ahead', toGreen: null };
  }
}

function isNear(due: Temporal.PlainDate, today: Temporal.PlainDate, rules: Rules): boolean {
  const { yellowFrom } = policyOn(today, rules);
  const first = workingDayOnOrBefore(due.subtract({ days: yellowFrom }), rules.calendar);
  return Temporal.PlainDate.compare(today, first) >= 0;
}
