import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Day, Moment } from '../base/parsing.ts';
import {
  isWorkingDay,
  workingDayBefore,
  workingDayOnOrBefore,
} from '../calendar/working-calendar.ts';
import {
  hasCome,
  isSpeakingTime,
  localDay,
  nextSendInstant,
  quietInstant,
  type Rules,
  speakingInstantFrom,
} from '../policy/hours.ts';

/** Days without a run, for which the user decides what to send. */
const GapDays = z.object({
  /** Whether runs are missing on working days, or the clock is behind the last run. */
  why: z.enum(['missed', 'clockBack']),
  /** Day of the last run; in the future if the clock went back. */
  since: Day,
  /** Last working day whose speaking time is over. */
  through: Day,
});
export type GapDays = Readonly<z.infer<typeof GapDays>>;

/** all: everything due; today: without reminders of past days. */
export const GapChoice = z.enum(['all', 'today']);
export type GapChoice = z.infer<typeof GapChoice>;

/** The choice and its author. */
const GapAnswer = z.object({
  choice: GapChoice,
  /** Id of a contact, or {@link AT_TERMINAL}; null if nobody answered in time. */
  by: z.string().nullable(),
  /** Name of that contact at the time. */
  name: z.string().nullable(),
  at: Moment,
  /** Whether all reminders to skip have been skipped. */
  isDone: z.boolean(),
});
export type GapAnswer = Readonly<z.infer<typeof GapAnswer>>;

/** The question about a gap, with its answer. */
export const Gap = GapDays.extend({
  askedAt: Moment,
  /** Number of reminders skipped by choice. */
  passed: z.int().nonnegative(),
  answer: GapAnswer.nullable(),
});
export type Gap = Readonly<z.infer<typeof Gap>>;

/** Author of answers given without sign-in, at the terminal of the laptop. */
export const AT_TERMINAL = 'terminal';

/** State of the last run. */
export type LastRun = {
  readonly toldOn: Temporal.PlainDate | null;
  readonly beginsOn: Temporal.PlainDate | null;
  readonly wakeAt: Temporal.Instant;
};

/** Day of the last run; before the first run, the day before it was due. */
export const lastRunOf = (
  { toldOn, beginsOn, wakeAt }: LastRun,
  rules: Rules,
): Temporal.PlainDate => toldOn ?? (beginsOn ?? localDay(wakeAt, rules)).subtract({ days: 1 });

/**
 * The gap before `now`: working days since the last run whose speaking time is over, or all days
 * before today if the last run is in the future. Null if there is none.
 */
export function gapBefore(last: LastRun, now: Temporal.Instant, rules: Rules): GapDays | null {
  const today = localDay(now, rules);
  const since = lastRunOf(last, rules);
  if (last.toldOn !== null && isAfter(last.toldOn, today)) {
    return { why: 'clockBack', since, through: workingDayBefore(today, 1, rules.calendar) };
  }
  const isTodayOver = hasCome(quietInstant(today, rules), now);
  const latest = isTodayOver ? today : today.subtract({ days: 1 });
  const through = workingDayOnOrBefore(latest, rules.calendar);
  return isAfter(through, since) ? { why: 'missed', since, through } : null;
}

/** Working days without a run: after `since`, through `through`. */
export function missedDays(
  { since, through }: Pick<GapDays, 'since' | 'through'>,
  { calendar }: Pick<Rules, 'calendar'>,
): readonly Temporal.PlainDate[] {
  const { days } = since.until(through, { largestUnit: 'day' });
  return Array.from({ length: Math.max(days, 0) }, (_, at) => since.add({ days: at + 1 })).filter(
    (day) => isWorkingDay(day, calendar),
  );
}

/**
 * Updates the question at `now`. Asks again if more days were missed, or if the clock went back
 * behind the question. Drops an unanswered question without a gap.
 *
 * @returns `known` itself if nothing changed.
 */
export function gapAsked(
  known: Gap | null,
  last: LastRun,
  now: Temporal.Instant,
  rules: Rules,
): Gap | null {
  const found = gapBefore(last, now, rules);
  const asked = known && notAhead(known, now);
  if (found === null) return asked?.answer ? asked : null;
  if (!asked?.since.equals(found.since)) return { ...found, askedAt: now, passed: 0, answer: null };
  if (isSame(asked, found)) return asked;
  return { ...found, askedAt: now, passed: asked.passed, answer: null };
}

/** `gap`, unless it was asked while the clock was ahead. */
const notAhead = (gap: Gap, now: Temporal.Instant): Gap | null =>
  hasCome(gap.askedAt, now) ? gap : null;

/** An answered question about a clock that went back is reported by the next run, on any day. */
const isSame = ({ why, through, answer }: Gap, found: GapDays): boolean =>
  why === found.why && (through.equals(found.through) || (why === 'clockBack' && answer !== null));

/** Time to wait for an answer, within speaking time. */
const PATIENCE = Temporal.Duration.from({ minutes: 15 });

/**
 * When everything is sent because nobody answered: after 15 minutes of speaking time on one day.
 */
export function answersItselfAt({ askedAt }: Pick<Gap, 'askedAt'>, rules: Rules): Temporal.Instant {
  const at = speakingInstantFrom(askedAt, rules).add(PATIENCE);
  return isSpeakingTime(at, rules) ? at : nextSendInstant(at, rules).add(PATIENCE);
}

/** What the office is told about an answered gap. */
export const GapTold = z.object({
  /** The day the clock showed before it went back; null for missed days. */
  clockWasOn: z.string().nullable(),
  choice: GapChoice,
  /** Author of the choice; null if nobody answered in time. */
  by: z.string().nullable(),
  /** Number of skipped reminders. */
  passed: z.int().nonnegative(),
});
export type GapTold = Readonly<z.infer<typeof GapTold>>;

/** Whether the first run after `gap` still has to report the answer. */
export const isToBeTold = (gap: Gap, last: LastRun, rules: Rules): boolean =>
  gap.answer !== null && gap.since.equals(lastRunOf(last, rules));

/** What the first run after `gap` reports; null if nobody was asked, or it was reported before. */
export function gapTold(gap: Gap | null, last: LastRun, rules: Rules): GapTold | null {
  if (!gap?.answer || !isToBeTold(gap, last, rules)) return null;
  const { choice, name } = gap.answer;
  const clockWasOn = gap.why === 'clockBack' ? gap.since.toString() : null;
  return { clockWasOn, choice, by: name, passed: gap.passed };
}

const isAfter = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(a, b) > 0;
