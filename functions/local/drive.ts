import { Temporal } from 'temporal-polyfill';
import type { Received } from './inbox.ts';
import { TIME_ZONE } from './residence.ts';
import type { Running } from './start.ts';

/** Park time of the nightly reconcile run. */
const RECONCILE_AT = '02:00';

/** Nights without any slot after which there is nothing to wait for. */
const MAX_NIGHTS = 366;

/** Looks at once at all that is due, as every start does: reconcile arms the slots. */
export async function settleIn(running: Running): Promise<readonly Received[]> {
  await running.laptop.reconcile();
  await running.laptop.look();
  return collected(running);
}

/**
 * Moves the clock to the next slot, through the nights between, and runs what it wakes.
 *
 * @param limit - does nothing if the next slot lies after it.
 * @returns what went out, or undefined if there was no slot up to the limit.
 */
export async function step(
  running: Running,
  limit?: Temporal.Instant,
): Promise<readonly Received[] | undefined> {
  const next = await nextSlot(running);
  if (!next || (limit && Temporal.Instant.compare(next, limit) > 0)) return undefined;
  const night = lastNight(next);
  if (Temporal.Instant.compare(night, running.now()) > 0) {
    await running.moveTo(night);
    await running.laptop.reconcile();
  }
  await running.moveTo(next);
  await running.laptop.look();
  return collected(running);
}

/** One look at what the real clock has come to; at the first one after 02:00, reconcile. */
export async function tick(
  running: Running,
  since: Temporal.Instant,
): Promise<readonly Received[]> {
  const night = lastNight(running.now());
  if (Temporal.Instant.compare(night, since) > 0) await running.laptop.reconcile();
  await running.laptop.look();
  return collected(running);
}

/** The last instant of day `day` in the park's zone. */
export const endOf = (day: Temporal.PlainDate): Temporal.Instant =>
  day.add({ days: 1 }).toZonedDateTime(TIME_ZONE).toInstant().subtract({ seconds: 1 });

const collected = (running: Running): Promise<readonly Received[]> =>
  running.laptop.inbox.collect(running.now().toZonedDateTimeISO(TIME_ZONE));

/** The next slot; where none is within the horizon, nights pass until one comes into it. */
async function nextSlot(running: Running): Promise<Temporal.Instant | undefined> {
  const { slots, reconcile } = running.laptop;
  for (let nights = 0; nights < MAX_NIGHTS && !slots.next(); nights += 1) {
    await running.moveTo(lastNight(running.now()).add({ hours: 24 }));
    await reconcile();
  }
  return slots.next();
}

/** The last time at or before `instant` that the nightly run was due. */
function lastNight(instant: Temporal.Instant): Temporal.Instant {
  const local = instant.toZonedDateTimeISO(TIME_ZONE);
  const tonight = local.withPlainTime(RECONCILE_AT);
  const isAhead = Temporal.ZonedDateTime.compare(tonight, local) > 0;
  return (isAhead ? tonight.subtract({ days: 1 }) : tonight).toInstant();
}
