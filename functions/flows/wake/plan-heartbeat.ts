import { type Heartbeat, newHeartbeat } from '../../domain/messages/heartbeat.ts';
import { hasCome, nextSendInstant } from '../../domain/policy/hours.ts';
import { unlessDamaged } from '../context/damaged.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { Stored } from '../ports.ts';

/**
 * Sees to the wake of a park's watch, with `noted` in it. A watch that is missing, or cannot be
 * read, begins again.
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
  const wakeAt = isDue ? before.wakeAt : nextSendInstant(run.now, run.rules);
  const watch: Heartbeat = { ...before, ...noted(before), wakeAt };
  await run.slots(run.park.id, watch.wakeAt);
  if (read === 'damaged') await register.replaceWatch(watch);
  else await register.putWatch(watch, read?.version ?? 0);
}

const readWatch = (run: ParkContext): Promise<Stored<Heartbeat> | 'damaged' | undefined> =>
  unlessDamaged(run, () => run.ports.register.watch(run.park.id), 'damaged');
