import { Temporal } from 'temporal-polyfill';
import { type Heartbeat, newHeartbeat } from '../../domain/messages/heartbeat.ts';
import {
  hasCome,
  localDay,
  nextSendInstant,
  speakingInstantFrom,
} from '../../domain/policy/hours.ts';
import { unlessDamaged } from '../context/damaged.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { Stored } from '../ports.ts';

/**
 * Sees to the wake of a park's watch, with `noted` in it. A watch that is missing, or cannot be
 * read, begins again; one that was not told today, because today was no working day before, is due.
 */
export async function planWatch(
  run: ParkContext,
  noted: (before: Heartbeat) => Partial<Heartbeat> = () => ({}),
): Promise<void> {
  const { register } = run.ports;
  const read = await readWatch(run);
  const isLost = read === undefined || read === 'damaged';
  const before = isLost ? newHeartbeat(run.park.id, run.now, run.rules) : read.value;
  const isDue = hasCome(before.wakeAt, run.now);
  const wakeAt = isDue ? before.wakeAt : nextWakeOf(before, run);
  const watch: Heartbeat = { ...before, ...noted(before), wakeAt };
  await run.slots(run.park.id, watch.wakeAt);
  if (read === 'damaged') await register.replaceWatch(watch);
  else await register.putWatch(watch, read?.version ?? 0);
}

function nextWakeOf({ toldOn }: Heartbeat, { now, rules }: ParkContext): Temporal.Instant {
  const isToday = toldOn === null || Temporal.PlainDate.compare(toldOn, localDay(now, rules)) >= 0;
  return isToday ? nextSendInstant(now, rules) : speakingInstantFrom(now, rules);
}

const readWatch = (run: ParkContext): Promise<Stored<Heartbeat> | 'damaged' | undefined> =>
  unlessDamaged(run, () => run.ports.register.watch(run.park.id), 'damaged');
