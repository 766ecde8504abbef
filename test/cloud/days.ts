import { Temporal } from 'temporal-polyfill';
import { stateCouncilCalendar, workingDayAfter } from '../../functions/domain/calendar.ts';

/** The working day that the story begins on: ahead of the real clock, so that no slot fires by itself. */
export const MORNING = workingDayAfter(
  Temporal.Now.plainDateISO('Asia/Shanghai').add({ days: 1 }),
  1,
  stateCouncilCalendar,
);
/** The evening before it, on which the office prepares the park. */
export const EVENING = MORNING.subtract({ days: 1 })
  .toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '20:00' })
  .toInstant();
/** The day on which silence climbs. */
export const LATER = workingDayAfter(MORNING, 2, stateCouncilCalendar);

/** Five past eight on `day`, when the morning's slot has fired. */
export const afterEight = (day: Temporal.PlainDate): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '08:05' }).toInstant();
