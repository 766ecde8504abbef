import { Temporal } from 'temporal-polyfill';
import { TIME_ZONE } from './local-time.ts';

/** Park time of the nightly reconcile run. */
const RECONCILE_AT = '02:00';

/** The latest due time of the nightly run at or before `instant`. */
export function lastNight(instant: Temporal.Instant): Temporal.Instant {
  const local = instant.toZonedDateTimeISO(TIME_ZONE);
  const tonight = local.withPlainTime(RECONCILE_AT);
  const isAhead = Temporal.ZonedDateTime.compare(tonight, local) > 0;
  return (isAhead ? tonight.subtract({ days: 1 }) : tonight).toInstant();
}
