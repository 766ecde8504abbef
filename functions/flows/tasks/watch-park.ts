import type { Temporal } from 'temporal-polyfill';
import { type Heartbeat, newHeartbeat } from '../../domain/messages/heartbeat.ts';
import { localDay } from '../../domain/policy/hours.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { isLive } from '../../domain/tasks/task-status.ts';
import { isAhead } from '../../domain/tasks/task-year.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
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

/** Asks for the dates of `plan` that are lacking now, if it was still to be asked for them. */
export async function recountDates(run: ParkContext, plan: number): Promise<void> {
  const { register } = run.ports;
  const isAsked = (dates: Heartbeat['datesToSet']): boolean => dates?.plan === plan;
  const attempt = async (): Promise<undefined | typeof LOST> => {
    const read = await register.watch(run.park.id);
    if (!read || ![read.value.datesToSet, read.value.datesAhead].some(isAsked)) return undefined;
    const tasks = (await readTasks(run)).map(({ task }) => task);
    const own = tasks.filter((task) => task.plan === plan && isLive(task));
    const missing = missingDates(own, localDay(run.now, run.rules));
    const { datesToSet, datesAhead } = read.value;
    const left = {
      datesToSet: isAsked(datesToSet) ? null : datesToSet,
      datesAhead: isAsked(datesAhead) ? null : datesAhead,
      ...missing,
    };
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
