import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Moment } from '../../domain/base/parsing.ts';

/** How far a slot may lie ahead of the clock that reads it: clocks differ by seconds, not minutes. */
const TOLERANCE = Temporal.Duration.from({ seconds: 60 });

/** What a slot says: look at `park`. The decision uses the current time, not `slot`. */
export type WakeEvent = { readonly park: string; readonly slot: Temporal.Instant };

/** The event of the wake queue. Rejects slots in the future, which a correct clock cannot have produced. */
export const wakeEvent = (now: () => Temporal.Instant): z.ZodType<WakeEvent> =>
  z
    .strictObject({ park: z.string().min(1), slot: Moment })
    .refine(({ slot }) => Temporal.Instant.compare(slot, now().add(TOLERANCE)) <= 0, {
      path: ['slot'],
      error: 'lies more than 60 seconds in the future',
    });

/** The event of a recurring schedule, which says nothing but that it is time. */
export const tickEvent = z.strictObject({});
