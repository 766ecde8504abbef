import type { Temporal } from 'temporal-polyfill';
import { type Heartbeat, newHeartbeat } from '../../domain/messages/heartbeat.ts';
import { localDay } from '../../domain/policy/hours.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { isAhead } from '../../domain/tasks/task-year.ts';
import type { ParkContext } from '../context/park-context.ts';
import { LOST, untilWritten } from '../context/until-written.ts';

/**
 * Asks the office of a park that is watched already, once, to set the dates that `tasks` lack.
 */
export async function askForDates(
  { park, ports, now, rules }: ParkContext,
  tasks: readonly Task[],
): Promise<void> {
  const { register } = ports;
  const missing = missingDates(tasks, localDay(now, rules));
  if (missing === null) return;
  const attempt = async (): Promise<undefined | typeof LOST> => {
    const read = await register.watch(park.id);
    if (!read) return;
    const asking = { ...read.value, ...missing };
    return (await register.putWatch(asking, read.version)) === 'written' ? undefined : LOST;
  };
  // The overview counts what is undated anyway.
  await untilWritten(attempt, () => undefined);
}

/** No longer asks for dates of `plan` that were not asked for yet: what needed them is not there. */
export async function forgetDates(
  { park, ports: { register } }: ParkContext,
  plan: number,
): Promise<void> {
  const attempt = async (): Promise<undefined | typeof LOST> => {
    const read = await register.watch(park.id);
    const { datesToSet = null, datesAhead = null } = read?.value ?? {};
    const isAsked = [datesToSet, datesAhead].some((dates) => dates?.plan === plan);
    if (!read || !isAsked) return;
    const kept = (dates: Heartbeat['datesToSet']): Heartbeat['datesToSet'] =>
      dates?.plan === plan ? null : dates;
    const left = { datesToSet: kept(datesToSet), datesAhead: kept(datesAhead) };
    const written = await register.putWatch({ ...read.value, ...left }, read.version);
    return written === 'written' ? undefined : LOST;
  };
  await untilWritten(attempt, () => undefined);
}

/** Tasks whose dates are to be set; those of a coming year apart, which are asked for once it begins. */
function missingDates(
  tasks: readonly Task[],
  today: Temporal.PlainDate,
): Partial<Pick<Heartbeat, 'datesToSet' | 'datesAhead'>> | null {
  const count = tasks.filter(({ duePrecision }) => duePrecision === 'assumed-year-end').length;
  const [first] = tasks;
  if (!first || count === 0) return null;
  const dates = { plan: first.plan, count };
  return isAhead(first, today) ? { datesAhead: dates } : { datesToSet: dates };
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
  const today = localDay(at, rules);
  const watched = tasks.filter((task) => !isAhead(task, today)).length;
  const watch = { ...newHeartbeat(id, at, rules), watched, ...missingDates(tasks, today) };
  await slots(id, watch.wakeAt);
  await ports.register.putWatch(watch, 0);
}
