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

/** Days about which somebody at a laptop is asked what of them is to be sent. */
const GapDays = z.object({
  /** Whether no run came on working days, or the clock went back behind the last run. */
  why: z.enum(['missed', 'clockBack']),
  /** The day of the last run before; by a clock that went back, one that is still to come. */
  since: Day,
  /** The last working day on which no run can come any more. */
  through: Day,
});
export type GapDays = Readonly<z.infer<typeof GapDays>>;

/** all: what is due by now; today: without the reminders of the days that are over. */
export const GapChoice = z.enum(['all', 'today']);
export type GapChoice = z.infer<typeof GapChoice>;

/** What was chosen, and by whom. */
const GapAnswer = z.object({
  choice: GapChoice,
  /** Id of a contact, or {@link AT_TERMINAL}; null where nobody chose in time. */
  by: z.string().nullable(),
  /** What that one was called then. */
  name: z.string().nullable(),
  at: Moment,
  /** Whether all that is passed over by it was passed over. */
  isDone: z.boolean(),
});
export type GapAnswer = Readonly<z.infer<typeof GapAnswer>>;

/** The question about a gap, with its answer. */
export const Gap = GapDays.extend({
  askedAt: Moment,
  /** Reminders that are passed over because it was chosen so. */
  passed: z.int().nonnegative(),
  answer: GapAnswer.nullable(),
});
export type Gap = Readonly<z.infer<typeof Gap>>;

/** Who answers where no post is signed in: whoever sits at the terminal of the laptop. */
export const AT_TERMINAL = 'terminal';

/** What is known of the last run. */
export type LastRun = {
  readonly toldOn: Temporal.PlainDate | null;
  readonly beginsOn: Temporal.PlainDate | null;
  readonly wakeAt: Temporal.Instant;
};

/** The day of the last run; before the first one the day before it was to come. */
export const lastRunOf = (
  { toldOn, beginsOn, wakeAt }: LastRun,
  rules: Rules,
): Temporal.PlainDate => toldOn ?? (beginsOn ?? localDay(wakeAt, rules)).subtract({ days: 1 });

/**
 * The gap that lies before `now`: working days since the last run whose speaking time is over, or all
 * before today where the last run lies ahead. Null where there is none.
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

/** The working days on which no run came: those after `since`, up to `through`. */
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
 * The question as it stands at `now`. It is asked anew where more days were missed since, or where the
 * clock went back behind it; one that has no gap any more and no answer is dropped.
 *
 * @returns the very question that is `known` where it stands as it was.
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

/** `gap`, unless it was asked about by a clock that had jumped ahead. */
const notAhead = (gap: Gap, now: Temporal.Instant): Gap | null =>
  hasCome(gap.askedAt, now) ? gap : null;

/** Once a clock that went back was answered for, it is told by the next run, whichever day that is. */
const isSame = ({ why, through, answer }: Gap, found: GapDays): boolean =>
  why === found.why && (through.equals(found.through) || (why === 'clockBack' && answer !== null));

/** How long the question waits for somebody, within speaking time. */
const PATIENCE = Temporal.Duration.from({ minutes: 15 });

/** When all is sent because nobody answered: after 15 minutes of one day's speaking time. */
export function answersItselfAt({ askedAt }: Pick<Gap, 'askedAt'>, rules: Rules): Temporal.Instant {
  const at = speakingInstantFrom(askedAt, rules).add(PATIENCE);
  return isSpeakingTime(at, rules) ? at : nextSendInstant(at, rules).add(PATIENCE);
}

/** What the office is told of a gap that somebody was asked about. */
export const GapTold = z.object({
  /** The day to which a clock that went back had come; null where days were missed. */
  clockWasOn: z.string().nullable(),
  choice: GapChoice,
  /** Who chose; null where nobody did in time. */
  by: z.string().nullable(),
  /** Reminders that are passed over. */
  passed: z.int().nonnegative(),
});
export type GapTold = Readonly<z.infer<typeof GapTold>>;

/** Whether the answer to `gap` is still to be told, by the first run after it. */
export const isToBeTold = (gap: Gap, last: LastRun, rules: Rules): boolean =>
  gap.answer !== null && gap.since.equals(lastRunOf(last, rules));

/** What the first run after `gap` tells of it; null where nobody was asked, or it was told before. */
export function gapTold(gap: Gap | null, last: LastRun, rules: Rules): GapTold | null {
  if (!gap?.answer || !isToBeTold(gap, last, rules)) return null;
  const { choice, name } = gap.answer;
  const clockWasOn = gap.why === 'clockBack' ? gap.since.toString() : null;
  return { clockWasOn, choice, by: name, passed: gap.passed };
}

const isAfter = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(a, b) > 0;
