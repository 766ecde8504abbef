import type { Temporal } from 'temporal-polyfill';
import { type Heartbeat, newHeartbeat } from '../../domain/messages/heartbeat.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { ParkContext } from '../context/park-context.ts';
import { LOST, untilWritten } from '../context/until-written.ts';

/**
 * Asks the office of a park that is watched already, once, to set the dates that `tasks` lack.
 */
export async function askForDates(
  { park, ports }: ParkContext,
  tasks: readonly Task[],
): Promise<void> {
  const { register } = ports;
  const datesToSet = missingDates(tasks);
  if (datesToSet === null) return;
  const attempt = async (): Promise<undefined | typeof LOST> => {
    const read = await register.watch(park.id);
    if (!read) return;
    const asking = { ...read.value, datesToSet };
    return (await register.putWatch(asking, read.version)) === 'written' ? undefined : LOST;
  };
  // The overview counts what is undated anyway.
  await untilWritten(attempt, () => undefined);
}

function missingDates(tasks: readonly Task[]): Heartbeat['datesToSet'] {
  const count = tasks.filter(({ duePrecision }) => duePrecision === 'assumed-year-end').length;
  const [first] = tasks;
  return first && count > 0 ? { plan: first.plan, count } : null;
}

/**
 * Lets the office of a park hear every working day from `at` on, and asks it once to set the dates
 * that `tasks` lack. A park that is watched already stays as it is.
 */
export async function watchPark(
  { park: { id }, ports, rules, slots }: ParkContext,
  tasks: readonly Task[],
  at: Temporal.Instant,
): Promise<void> {
  if (await ports.register.watch(id)) return;
  const datesToSet = missingDates(tasks);
  const watch = { ...newHeartbeat(id, at, rules), watched: tasks.length, datesToSet };
  await slots(id, watch.wakeAt);
  await ports.register.putWatch(watch, 0);
}
