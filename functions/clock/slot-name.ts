import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';

/** `s.` + 16 hex digits of the park + the minute in UTC: 31 ASCII characters, of 64 allowed. */
export const slotName = (park: string, at: Temporal.Instant): string =>
  `s.${hashOf(park).toString('hex').slice(0, 16)}.${minuteIn(at)}`;

/** The minute of `at` in UTC as it ends a slot's name, `202206150000`: its order is the order of time. */
export const minuteIn = (at: Temporal.Instant): string =>
  at.toString({ smallestUnit: 'minute' }).replaceAll(/\D/g, '');

/** A number of bytes that stand for `park`, always the same. */
export const hashOf = (park: string): Buffer => createHash('sha256').update(park).digest();
