import type { Temporal } from 'temporal-polyfill';
import { officeContact } from '../domain/contact.ts';
import { heardBefore, wakeAtOf } from '../domain/decide.ts';
import { defaultPolicy, type Policy } from '../domain/policy.ts';
import { statusName, type Task } from '../domain/task.ts';
import { newWatch } from '../domain/watch.ts';
import type { Needs, ParkSettings } from './ports.ts';
import { beginRun } from './run.ts';

/**
 * Opens a park, or changes its settings. `policy` is its first; one that it goes by already stays.
 */
export async function openPark(
  settings: ParkSettings,
  needs: Needs,
  policy: Policy = defaultPolicy,
): Promise<void> {
  const at = needs.now();
  await needs.register.putPark(settings);
  const first = { policy, effectiveFrom: at, adoptedBy: 'system', adoptedAt: at };
  await needs.register.addPolicy(settings.id, first, null);
}

/**
 * Opens a park with nobody in it but its office, who hears of it from the next working day on. What
 * is there already stays as it is.
 *
 * @returns whether the park is new.
 */
export async function foundPark(settings: ParkSettings, needs: Needs): Promise<boolean> {
  const isNew = !(await needs.register.parks()).includes(settings.id);
  if (isNew) await openPark(settings, needs);
  const contacts = await needs.register.contacts(settings.id);
  if (contacts.length === 0) await needs.register.putContacts(settings.id, [officeContact]);
  await watchPark(settings.id, [], needs.now(), needs);
  return isNew;
}

/**
 * Enters `tasks` into the register of a park, with the slots of their first wakes. A task that is
 * there already stays as it is, so that an entry that was cut short can be made again.
 *
 * @param at - the instant they are entered at: rungs before it count as heard.
 * @returns how many were new.
 * @throws {UnknownPark}
 */
export async function enterTasks(
  park: string,
  tasks: readonly Task[],
  at: Temporal.Instant,
  needs: Needs,
): Promise<number> {
  const run = await beginRun(park, needs);
  let entered = 0;
  for (const task of tasks) {
    const heard = heardBefore(task, at, run.rules);
    const wakeAt = wakeAtOf(task, heard, run.rules);
    await run.slots(park, wakeAt);
    const lastChange = {
      id: needs.newId(),
      version: 1,
      at,
      by: 'office',
      onBehalfOf: null,
      what: task.assignment.number === 0 ? '登记' : '交办',
      from: '',
      to: statusName[task.status],
      why: '登记表导入',
      via: '导入',
    };
    const result = await needs.register.create({ task, heard, wakeAt, version: 1, lastChange });
    entered += Number(result === 'written');
  }
  return entered;
}

/**
 * Lets the office of a park hear every working day from `at` on, and asks it once to set the dates
 * that `tasks` lack. A park that is watched already stays as it is.
 */
export async function watchPark(
  park: string,
  tasks: readonly Task[],
  at: Temporal.Instant,
  needs: Needs,
): Promise<void> {
  const run = await beginRun(park, needs);
  if (await needs.register.watch(park)) return;
  const count = tasks.filter(({ duePrecision }) => duePrecision === 'assumed-year-end').length;
  const [first] = tasks;
  const datesToSet = first && count > 0 ? { plan: first.plan, count } : null;
  const watch = { ...newWatch(park, at, run.rules), watched: tasks.length, datesToSet };
  await run.slots(park, watch.wakeAt);
  await needs.register.putWatch(watch, 0);
}
