import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';

/** `s.` + 16 hex digits of the park + the minute in UTC: 31 ASCII characters, of 64 allowed. */
export const slotName = (park: string, at: Temporal.Instant): string =>
  `s.${hashOf(park).toString('hex').slice(0, 16)}.${minuteIn(at)}`;

/** The minute of `at` in UTC at the end of a slot's name, such as `202206150000`; it sorts by time. */
export const minuteIn = (at: Temporal.Instant): string =>
  at.toString({ smallestUnit: 'minute' }).replaceAll(/\D/g, '');

/** A hash of `park`. */
export const hashOf = (park: string): Buffer => createHash('sha256').update(park).digest();
