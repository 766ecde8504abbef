import type { TaskId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import type { JoinedPromise } from '../../domain/sources/joined-promise.ts';
import { taskOf } from '../../domain/tasks/row-task.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { isEnded } from '../../domain/tasks/task-status.ts';
import { refuseActor } from '../context/actor.ts';
import { makerOf } from '../context/maker.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { Booker } from '../funding/book-steps.ts';
import { changeTask } from '../tasks/change-task.ts';
import { enterTasksBy } from '../tasks/enter-tasks.ts';
import { keepPromised } from './keep-promised.ts';

/** Which promise of another source is no longer part of a task, and why. */
export type Split = { readonly task: TaskId; readonly promise: TaskId; readonly why: string };

/**
 * Makes a promise that was added to `task` a task of its own (拆分), under its own number, with the date
 * of its source and the unit of the task. It is registered first, so that a split that was cut short is
 * finished by the same request.
 *
 * @throws {BadInput} if the task has no such promise or has ended, or `by` may not.
 */
export async function splitTask(
  run: ParkContext,
  booker: Booker,
  { task, promise, why }: Split,
): Promise<void> {
  refuseActor(run, booker.by, 'enterPlan');
  const { register } = run.ports;
  const stored = await register.task(run.park.id, task);
  const joined = stored?.task.alsoFrom.find(({ id }) => id === promise);
  if (!stored || !joined) {
    if (await register.task(run.park.id, promise)) return;
    throw refusedSplit(task, `其中没有并入的 ${promise}`);
  }
  if (isEnded(stored.task)) throw refusedSplit(task, '已经结束，不能再拆分');
  const own = ownTask(run, stored.task, joined);
  const reason = why.trim() === '' ? `自 ${task} 拆分` : why;
  await enterTasksBy(run, { by: booker.by, via: booker.via, at: run.now, why: reason }, [own]);
  await keepPromised(run, [own], { ...makerOf(run, booker), what: '登记', why: reason });
  const move = { act: 'amend', terms: { leaves: joined.source } } as const;
  await changeTask(run, { ...booker, task, why: reason }, move);
}

function ownTask(
  { park, now }: ParkContext,
  { plan, hardness, leadUnit }: Task,
  { source, id, area, title, quote, kind, due, metric }: JoinedPromise,
): Task {
  const row = {
    id,
    area,
    title,
    quote,
    kind,
    hardness,
    leadUnit,
    due,
    metric,
    supportingUnits: [],
    status: 'pendingAcceptance' as const,
    recurrence: null,
    amountCny: null,
    plan,
  };
  return taskOf(row, { park: park.id, plan, source, at: now });
}

const refusedSplit = (task: TaskId, message: string): BadInput =>
  new BadInput([{ place: `事项 ${task}`, message, remedy: '请到事项页核对来源' }]);
