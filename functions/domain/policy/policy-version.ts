import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Moment, OneLine } from '../base/parsing.ts';
import { Policy } from './policy.ts';

/** A policy version adopted by a park. */
export const PolicyVersion = z.object({
  policy: Policy,
  /** In force from the first full day (park time zone) that begins at or after this instant. */
  effectiveFrom: Moment,
  /** Id of the contact that adopted it, or `system`. */
  adoptedBy: z.string(),
  /** Name of that contact's post at the time; missing in older records. */
  adoptedName: OneLine.exactOptional(),
  adoptedAt: Moment,
});
export type PolicyVersion = Readonly<z.infer<typeof PolicyVersion>>;

/** The first day in `timeZone` (IANA) on which a policy effective from `instant` applies. */
export function firstDayOf(instant: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  const local = instant.toZonedDateTimeISO(timeZone);
  const isWhole = local.startOfDay().equals(local);
  return isWhole ? local.toPlainDate() : local.toPlainDate().add({ days: 1 });
}
