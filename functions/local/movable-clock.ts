import { Temporal } from 'temporal-polyfill';
import { BadInput } from '../domain/base/problems.ts';
import type { Demo } from '../portal/http/portal.ts';
import { type Driven, withDiskFault } from './drive.ts';
import { localTime, TIME_ZONE } from './local-time.ts';
import { lastNight } from './nightly.ts';

/** Consecutive nights without a slot after which the walk ends. */
const MAX_NIGHTS = 366;

/**
 * Moves the clock to the next slot, with the nightly runs in between, and runs what the slot wakes.
 *
 * @param limit - does nothing if the next slot is after it.
 * @returns whether there was a slot at or before the limit.
 */
export const step = (driven: Driven, limit?: Temporal.Instant): Promise<boolean> =>
  driven.inTurn(() => stepped(driven, limit));

async function stepped(driven: Driven, limit: Temporal.Instant | undefined): Promise<boolean> {
  const next = await nextSlot(driven);
  if (!next || (limit && Temporal.Instant.compare(next, limit) > 0)) return false;
  const night = lastNight(next);
  if (Temporal.Instant.compare(night, driven.now()) > 0) {
    driven.moveTo(night);
    await driven.laptop.reconcile();
  }
  driven.moveTo(next);
  await driven.laptop.look();
  return true;
}

/** Park time at which the clock stops on a day that a visitor chose: nothing is sent after it. */
const EVENING = '18:00';

/** The movable clock as the pages offer it. */
export const demoOf = (driven: Driven): Demo => ({
  next: async () => void (await withDiskFault(driven, () => step(driven))),
  to: (day) => withDiskFault(driven, () => driven.inTurn(() => walkedTo(driven, day))),
});

async function walkedTo(driven: Driven, day: Temporal.PlainDate): Promise<void> {
  const evening = day.toZonedDateTime({ timeZone: TIME_ZONE, plainTime: EVENING }).toInstant();
  if (Temporal.Instant.compare(evening, driven.now()) < 0) {
    const message = `时钟已走到 ${localTime(driven.now())}，不能倒回`;
    throw new BadInput([{ place: '时钟', message, remedy: '请选更晚的日期' }]);
  }
  while (await stepped(driven, evening)) continue;
  if (Temporal.Instant.compare(driven.now(), evening) < 0) driven.moveTo(evening);
}

/** The last second of `day` in the park's zone. */
export const endOfDay = (day: Temporal.PlainDate): Temporal.Instant =>
  day.add({ days: 1 }).toZonedDateTime(TIME_ZONE).toInstant().subtract({ seconds: 1 });

/** The next slot. While none is within the horizon, runs night after night until one is. */
async function nextSlot(driven: Driven): Promise<Temporal.Instant | undefined> {
  const { slots, reconcile } = driven.laptop;
  for (let nights = 0; nights < MAX_NIGHTS && !slots.next(); nights += 1) {
    driven.moveTo(lastNight(driven.now()).add({ hours: 24 }));
    await reconcile();
  }
  return slots.next();
}
