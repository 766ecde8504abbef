import { Temporal } from 'temporal-polyfill';
import { dateTimeWords } from '../base/words.ts';
import {
  hasCome,
  isSpeakingTime,
  localDay,
  nextSendInstant,
  quietInstant,
  type Rules,
} from '../policy/hours.ts';
import type { Task } from '../tasks/task.ts';
import { isLive } from '../tasks/task-status.ts';
import type { HandOver, Heard } from './heard.ts';
import { handedOverAt } from './year-start.ts';

/** How long a handover (交办) waits for further ones to the same contact, from the last of them. */
const AFTER_LAST = Temporal.Duration.from({ minutes: 10 });

/** Maximum wait of the first one. */
const AFTER_FIRST = Temporal.Duration.from({ minutes: 30 });

/** Minimum time before quiet hours. Later handovers wait for the next send time. */
const BEFORE_QUIET = Temporal.Duration.from({ minutes: 5 });

/**
 * When handovers made at `made` to one contact are announced: all together, on a whole minute.
 * Nothing is told outside of the speaking time.
 */
export function toldAt(
  made: readonly [Temporal.Instant, ...Temporal.Instant[]],
  rules: Rules,
): Temporal.Instant {
  const [first, last] = [made.reduce(earliest), made.reduce(latest)];
  if (!isToldSoon(last, rules)) return nextSendInstant(last, rules);
  const afterLast = toMinute(last.add(AFTER_LAST), 'ceil');
  const afterFirst = toMinute(first.add(AFTER_FIRST), 'floor');
  return [afterLast, afterFirst].reduce(earliest, lastTelling(last, rules));
}

/** Whether a handover at `at` is announced within minutes, so that others may share its message. */
export const isToldSoon = (at: Temporal.Instant, rules: Rules): boolean =>
  isSpeakingTime(at, rules) && Temporal.Instant.compare(at, lastTelling(at, rules)) < 0;

/** Latest time to announce handovers on the day of `at`. */
const lastTelling = (at: Temporal.Instant, rules: Rules): Temporal.Instant =>
  quietInstant(localDay(at, rules), rules).subtract(BEFORE_QUIET);

/** The longest wait of a handover within speaking time. */
export const LONGEST_WAIT = AFTER_FIRST;

/** The pending announcement of a handover of `task`, as planned; null if there is none. */
export function waitingHandOver(task: Task, heard: Heard, rules: Rules): HandOver | null {
  const { number } = task.assignment;
  if (!isLive(task) || number <= heard.assignment) return null;
  if (heard.handOver?.number === number) return heard.handOver;
  return { number, at: toldAt([handedOverAt(task, rules)], rules), isCalled: true };
}

/**
 * When the pending handover is announced to `receiver`. Mentions a delay if the time has passed, or
 * if no wake could be requested.
 *
 * @param timeZone - IANA name.
 */
export function handOverWords(
  { at, isCalled }: HandOver,
  { receiver, now, timeZone }: Reading,
): string {
  const words = `${dateTimeWords(at, timeZone)}通知${receiver}`;
  if (!isCalled) return `原定${words}；定时队列没有应答，${SWEPT}`;
  return hasCome(at, now) ? `原定${words}，还没有发出；${SWEPT}` : `将于${words}`;
}

type Reading = {
  readonly receiver: string;
  readonly now: Temporal.Instant;
  readonly timeZone: string;
};

/** Sent late by the sweep. */
const SWEPT = '由巡检补发，会晚一刻钟以上，当天来不及的在下一个发送时刻发出';

const toMinute = (at: Temporal.Instant, roundingMode: 'ceil' | 'floor'): Temporal.Instant =>
  at.round({ smallestUnit: 'minute', roundingMode });

const earliest = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) <= 0 ? a : b;

const latest = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) >= 0 ? a : b;
