import { Temporal } from 'temporal-polyfill';
import { dateTimeWords, dayWords } from '../base/words.ts';
import { hasCome, isSpeakingTime, localDay, nextSendInstant, type Rules } from '../policy/hours.ts';
import type { Task } from './task.ts';
import { isLive } from './task-status.ts';
import type { Urge } from './urge.ts';

/** Urgings that a task keeps. */
const MAX_URGES = 20;

/** How long an urging at once waits, so that those of one bulk share a message. */
const SOON = Temporal.Duration.from({ minutes: 2 });

/** What an urging says, and when. */
type Wish = {
  readonly words: string;
  readonly isAtOnce: boolean;
  /** Whether its maker knows that one was sent at once today, and wants another. */
  readonly isAgain: boolean;
  readonly by?: string;
};

/** When an urging of `now` is told: within minutes, or in the next digest. */
function tellAtOf(isAtOnce: boolean, now: Temporal.Instant, rules: Rules): Temporal.Instant {
  const soon = now.add(SOON).round({ smallestUnit: 'minute', roundingMode: 'ceil' });
  return isAtOnce && isSpeakingTime(soon, rules) ? soon : nextSendInstant(now, rules);
}

/**
 * `task` with one more urging, or why it is refused, in Chinese. One that was not told yet is replaced;
 * what was to be told at once stays so.
 */
export function urged(
  task: Task,
  { words, isAtOnce, isAgain, by = '' }: Wish,
  { now, rules }: { readonly now: Temporal.Instant; readonly rules: Rules },
): Task | string {
  const sent = isAtOnce && !isAgain ? sentAtOnceToday(task, now, rules) : undefined;
  if (sent) {
    const time = dateTimeWords(sent.tellAt, rules.timeZone);
    return `${time}已经即刻催办过一次，今天仍要再发的，请勾选“今天再发一次”`;
  }
  const { urges = [] } = task;
  const urge: Urge = {
    number: nextUrge(task),
    at: now.round('second'),
    by,
    words,
    ...earliest(pendingUrge(task, now), { isAtOnce, tellAt: tellAtOf(isAtOnce, now, rules) }),
    assignment: task.assignment.number,
  };
  return { ...task, urges: [...urges, urge].slice(-MAX_URGES) };
}

/** The number of the next urging of `task`. */
export const nextUrge = ({ urges, given }: Pick<Task, 'urges' | 'given'>): number =>
  Math.max(urges?.at(-1)?.number ?? 0, given?.urge ?? 0) + 1;

type Telling = Pick<Urge, 'isAtOnce' | 'tellAt'>;

/** The earlier of when the replaced urging was to be told and when the new one is. */
function earliest(replaced: Urge | undefined, wanted: Telling): Telling {
  if (!replaced || Temporal.Instant.compare(replaced.tellAt, wanted.tellAt) >= 0) return wanted;
  const { isAtOnce, tellAt } = replaced;
  return { isAtOnce, tellAt };
}

/** The urging that is still to be told at `now`. */
function pendingUrge(task: Task, now: Temporal.Instant): Urge | undefined {
  const last = task.urges?.at(-1);
  return last && isCurrent(task, last) && !hasCome(last.tellAt, now) ? last : undefined;
}

/** The urging that was sent at once on the day of `now`; undefined if there is none. */
export const sentAtOnceToday = (
  { urges = [] }: Pick<Task, 'urges'>,
  now: Temporal.Instant,
  rules: Rules,
): Urge | undefined =>
  urges.findLast(
    ({ isAtOnce, tellAt }) =>
      isAtOnce && hasCome(tellAt, now) && localDay(tellAt, rules).equals(localDay(now, rules)),
  );

const isCurrent = ({ assignment }: Task, urge: Urge): boolean =>
  urge.assignment === assignment.number;

/** The urging of `task` that is to be told, or was told last, while it still applies to its post. */
export function urgeInForce(task: Task): Urge | undefined {
  const last = task.urges?.at(-1);
  return last && isLive(task) && isCurrent(task, last) ? last : undefined;
}

/** The urging that its post has not reported on since. */
export function standingUrge(task: Task): Urge | undefined {
  const urge = urgeInForce(task);
  const reported = task.lastReport?.at.round('second');
  return urge && reported && Temporal.Instant.compare(reported, urge.at) > 0 ? undefined : urge;
}

/** One line: who urged when, and the words. */
export const urgeWords = (
  { by, at, words }: Urge,
  today: Temporal.PlainDate,
  rules: Rules,
): string => `催办：${dayWords(localDay(at, rules), today)}${by}：“${words}”`;
