import type { Temporal } from 'temporal-polyfill';
import type { Change } from '../../domain/contacts/change.ts';
import { namesFor } from '../../domain/contacts/named.ts';
import { heardBefore, wakeAtOf } from '../../domain/deadlines/wakes.ts';
import { localDay } from '../../domain/policy/hours.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { statusName } from '../../domain/tasks/task-status.ts';
import { refuseClosedYears } from '../context/closed-years.ts';
import { inParallel } from '../context/in-parallel.ts';
import { measuredTask } from '../context/measured-task.ts';
import type { ParkContext } from '../context/park-context.ts';
import { settleFamily } from '../nodes/settle-family.ts';
import type { StoredTask } from '../ports.ts';
import { planHandOvers } from './hand-over.ts';

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
export type Entering = Pick<Change, 'by' | 'via' | 'why' | 'at'> & {
  /** Id of the entry, so that one that is made again is known; a new one by default. */
  readonly id?: string;
};

/**
 * As {@link enterTasks}, in somebody's name.
 *
 * @throws {BadInput} if one of them would count in a closed year; nothing is entered then.
 */
export async function enterTasksBy(
  run: ParkContext,
  { at, id, ...said }: Entering,
  tasks: readonly Task[],
): Promise<number> {
  const { park, ports } = run;
  await refuseClosedYears(
    run,
    tasks.map(({ plan }) => plan),
    '登记',
  );
  const overdueCount = { day: localDay(at, run.rules), counted: 0 };
  const maker = run.directory.contact(said.by);
  const entries = await inParallel(tasks, async (each): Promise<StoredTask> => {
    const task = { ...each, overdueCount: each.overdueCount ?? overdueCount };
    const known = await measuredTask(run, task);
    const heard = heardBefore(known, at, run.rules);
    const lastChange = {
      id: id ?? ports.newId(),
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
  // Until all of a family are there, none of them could be planned by the others.
  for (const work of tasks.filter(({ nodes }) => nodes.length > 0)) {
    await settleFamily(run, work.id, planHandOvers);
  }
  return entered;
}
