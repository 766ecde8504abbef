import { Temporal } from 'temporal-polyfill';
import {
  stateCouncilCalendar,
  workingDayAfter,
} from '../../functions/domain/calendar/working-calendar.ts';

const ZONE = 'Asia/Shanghai';

/**
 * A Monday of a week without holidays, the same whenever the walk is run: so far ahead of the
 * emulator's clock, which is the real one, that no slot of it fires by itself.
 */
const MONDAY = Temporal.PlainDate.from('2040-07-09');

const at = (day: Temporal.PlainDate, plainTime: string): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: ZONE, plainTime }).toInstant();

/** When the office prepares what begins on the day after `day`. */
export const eveningOf = (day: Temporal.PlainDate): Temporal.Instant => at(day, '20:00');

/** The send time of `day`, which its slot is named after. */
export const eightOn = (day: Temporal.PlainDate): Temporal.Instant => at(day, '08:00');

/** Five past eight on `day`, when the morning's slot has fired. */
export const afterEight = (day: Temporal.PlainDate): Temporal.Instant => at(day, '08:05');

/** The first working day after `day`. */
export const nextWorkingDay = (day: Temporal.PlainDate): Temporal.PlainDate =>
  workingDayAfter(day, 1, stateCouncilCalendar);

/** The working day that the story begins on, after a weekend. */
export const MORNING = MONDAY;
/** The evening before it, on which the office prepares the park. */
export const EVENING = eveningOf(MORNING.subtract({ days: 1 }));
/** The day on which silence climbs. */
export const LATER = workingDayAfter(MORNING, 2, stateCouncilCalendar);

/** The last Thursday of that year, on which a park of two years begins. */
export const LAST_THURSDAY = Temporal.PlainDate.from('2040-12-27');

/** Each day of that week, by its name. */
export const WEEK = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
].map((weekday, days) => ({ weekday, day: MONDAY.add({ days }) }));
