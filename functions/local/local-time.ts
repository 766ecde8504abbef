import type { Temporal } from 'temporal-polyfill';

/** The zone of every park on a laptop. */
export const TIME_ZONE = 'Asia/Shanghai';

/** `2022-06-15 08:00` of the park's zone. */
export const localTime = (instant: Temporal.Instant): string =>
  instant
    .toZonedDateTimeISO(TIME_ZONE)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
