import type { Temporal } from 'temporal-polyfill';
import type { Change } from '../../domain/contacts/change.ts';
import { namesFor } from '../../domain/contacts/named.ts';
import { officeContact } from '../../domain/contacts/outlets.ts';
import { heardBefore, wakeAtOf } from '../../domain/deadlines/wakes.ts';
import { type Heartbeat, newHeartbeat } from '../../domain/messages/heartbeat.ts';
import { defaultPolicy } from '../../domain/policy/default-policy.ts';
import { localDay } from '../../domain/policy/hours.ts';
import type { ParkSettings } from '../../domain/policy/park-settings.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { statusName } from '../../domain/tasks/task-status.ts';
import { enterFirst } from '../contacts/enter-contacts.ts';
import { inParallel } from '../context/in-parallel.ts';
import { measuredTask } from '../context/measured-task.ts';
import { openContext } from '../context/open-context.ts';
import type { ParkContext } from '../context/park-context.ts';
import { LOST, untilWritten } from '../context/until-written.ts';
import type { Ports, StoredTask } from '../ports.ts';
import { planHandOvers } from './hand-over.ts';

/**
 * Opens a park, or changes its settings. `policy` is its first; one that it follows already stays. It
 * lies there before the park is listed: no run finds a park without rules.
 */
export async function openPark(
  settings: ParkSettings,
  ports: Ports,
  policy: Policy = defaultPolicy,
): Promise<void> {
  const at = ports.now();
  const first = { policy, effectiveFrom: at, adoptedBy: 'system', adoptedAt: at };
  await ports.register.addPolicy(settings.id, first, null);
  await ports.register.putPark(settings);
}

/**
 * Opens a park with nobody in it but its office, who is notified of it from the next working day on. What
 * is there already stays as it is.
 *
 * @param mail - where the office is reached; without it, by the first relay that is set up.
 * @returns whether the park is new.
 */
export async function foundPark(
  settings: ParkSettings,
  ports: Ports,
  mail?: string,
): Promise<boolean> {
  const isNew = !(await ports.register.parks()).includes(settings.id);
  if (isNew) await openPark(settings, ports);
  await enterFirst(settings.id, officeContact(ports.outlets, mail), ports);
  await watchPark(await openContext(settings.id, ports), [], ports.now());
  return isNew;
}

/**
 * Enters `tasks` into the register of a park, with the slots of their first wakes. A task that is
 * there already stays as it is, so that an entry that was cut short can be made again.
 *
 * @param at - the instant they are entered at: rungs before it count as heard.
 * @returns how many were new.
 */
export const enterTasks = (
  run: ParkContext,
  tasks: readonly Task[],
  at: Temporal.Instant,
): Promise<number> =>
  enterTasksBy(run, { at, by: 'office', via: '导入', why: '登记表导入' }, tasks);

/** Who enters tasks and when, as their history shows it. */
export type Entering = Pick<Change, 'by' | 'via' | 'why' | 'at'>;

/** As {@link enterTasks}, in somebody's name. */
export async function enterTasksBy(
  run: ParkContext,
  { at, ...said }: Entering,
  tasks: readonly Task[],
): Promise<number> {
  const { park, ports } = run;
  const overdueCount = { day: localDay(at, run.rules), counted: 0 };
  const maker = run.directory.contact(said.by);
  const entries = await inParallel(tasks, async (each): Promise<StoredTask> => {
    const task = { ...each, overdueCount: each.overdueCount ?? overdueCount };
    const known = await measuredTask(run, task);
    const heard = heardBefore(known, at, run.rules);
    const lastChange = {
      id: ports.newId(),
      version: 1,
      at,
      ...said,
      onBehalfOf: null,
      ...(maker && { names: namesFor(maker, null) }),
      what: task.assignment.number === 0 ? '登记' : '交办',
      from: '',
      to: statusName[task.status],
    };
    return { task, heard, wakeAt: wakeAtOf(known, heard, run.rules), version: 1, lastChange };
  });
  let entered = 0;
  for (const stored of await planHandOvers(run, entries)) {
    await run.slots(park.id, stored.wakeAt);
    entered += Number((await ports.register.create(stored)) === 'written');
  }
  return entered;
}

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
