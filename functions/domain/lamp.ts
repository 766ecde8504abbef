import { Temporal } from 'temporal-polyfill';
import { workingDayOnOrBefore } from './calendar.ts';
import { policyOn, type Rules } from './hours.ts';
import { isEnded, type Task } from './task.ts';

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
 */
export function timeLamp(
  task: Pick<Task, 'status' | 'due'>,
  today: Temporal.PlainDate,
  rules: Rules,
): Lamp {
  const { due } = task;
  const { calendar } = rules;
  const policy = policyOn(today, rules);
  const daysLeft = due === null ? null : today.until(due, { largestUnit: 'day' }).days;
  const lamp = { axis: 'time', policyVersion: policy.version, numbers: { daysLeft } } as const;
  if (isEnded(task)) {
    return { ...lamp, colour: 'done', rule: 'time.ended', reason: '已结束', toGreen: null };
  }
  if (due === null || daysLeft === null) {
    return { ...lamp, colour: 'none', rule: 'time.no-due', reason: '没有期限', toGreen: null };
  }
  if (daysLeft < 0) {
    const reason = `已逾期${-daysLeft}天`;
    return {
      ...lamp,
      colour: 'red',
      rule: 'time.overdue',
      reason,
      toGreen: '办结销号，或获准延期',
    };
  }
  const yellowFrom = workingDayOnOrBefore(due.subtract({ days: policy.yellowFrom }), calendar);
  const isNear = Temporal.PlainDate.compare(today, yellowFrom) >= 0;
  const reason = daysLeft === 0 ? '今天到期' : `还有${daysLeft}天`;
  return isNear
    ? { ...lamp, colour: 'yellow', rule: 'time.near', reason, toGreen: '办结销号，或获准延期' }
    : { ...lamp, colour: 'green', rule: 'time.ahead', reason, toGreen: null };
}
