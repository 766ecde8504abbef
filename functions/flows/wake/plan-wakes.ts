import type { Temporal } from 'temporal-polyfill';
import type { TaskId } from '../../domain/base/ids.ts';
import { inTime, isRightWake, wakeAtOf } from '../../domain/deadlines/wakes.ts';
import {
  type Digest,
  digestId,
  isOut,
  isSettled,
  LOOK_BACK,
} from '../../domain/messages/digest.ts';
import { hasCome, localDay, nextSendInstant } from '../../domain/policy/hours.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { isLive } from '../../domain/tasks/task-status.ts';
import { isAhead } from '../../domain/tasks/task-year.ts';
import { readable } from '../context/damaged.ts';
import { measuredTask } from '../context/measured-task.ts';
import { alone, type ParkContext } from '../context/park-context.ts';
import { settleFamily, workIdOf } from '../nodes/settle-family.ts';
import type { Stored, StoredTask, WakingRef } from '../ports.ts';

/** What a walk over the tasks of a park found. */
export type Walked = {
  /** Live tasks of years that have begun. */
  readonly watched: number;
  /** Tasks whose wake was wrong or missing. */
  readonly repaired: number;
  /** What is due now. */
  readonly due: readonly WakingRef[];
};

/**
 * Computes the wake of every task again from what was heard, as far as it can have been heard by now,
 * with its slot first. Walking again changes nothing.
 */
export async function planTasks(run: ParkContext): Promise<Walked> {
  const due: WakingRef[] = [];
  const today = localDay(run.now, run.rules);
  let [watched, repairs] = [0, 0];
  const families = new Map<TaskId, Promise<boolean | undefined>>();
  for await (const stored of readable(run, run.ports.register.tasks(run.park.id))) {
    const { id } = stored.task;
    watched += Number(isCounted(stored.task, today));
    const wakeAt = await alone(run, id, async () =>
      (await isOfSettled(run, stored.task, families))
        ? settledWake(run, id)
        : setTaskRight(run, stored),
    );
    if (wakeAt === undefined) continue;
    repairs += Number(!isSameInstant(wakeAt, stored.wakeAt));
    if (hasCome(wakeAt, run.now)) due.push({ record: 'task', id });
  }
  return { watched, repaired: repairs, due };
}

/**
 * Whether the daily count has `task`: nodes go with their work, tasks of a coming year begin with it,
 * and what answers a source is no promise.
 */
const isCounted = (task: Task, today: Temporal.PlainDate): boolean =>
  isLive(task) && task.nodeOf === null && task.answers === undefined && !isAhead(task, today);

const isSameInstant = (a: Temporal.Instant | null, b: Temporal.Instant | null): boolean =>
  a === null || b === null ? a === b : a.equals(b);

/** Whether `task` is of a family, which is settled as a whole, once in a walk. */
async function isOfSettled(
  run: ParkContext,
  task: Task,
  families: Map<TaskId, Promise<boolean | undefined>>,
): Promise<boolean> {
  const work = workIdOf(task);
  if (work === undefined) return false;
  const settling = families.get(work) ?? alone(run, work, () => settleFamily(run, work));
  families.set(work, settling);
  return (await settling) ?? false;
}

/** The wake of a task whose family was settled, with its slot. */
async function settledWake(run: ParkContext, id: TaskId): Promise<StoredTask['wakeAt']> {
  const wakeAt = (await run.ports.register.task(run.park.id, id))?.wakeAt ?? null;
  await run.slots(run.park.id, wakeAt);
  return wakeAt;
}

/** The wake of `stored`, put right if it was wrong, with its slot. */
async function setTaskRight(run: ParkContext, stored: StoredTask): Promise<StoredTask['wakeAt']> {
  const task = await measuredTask(run, stored.task);
  const heard = inTime(task, stored.heard, run.now, run.rules);
  const nominal = wakeAtOf(task, heard, run.rules);
  const isWrong =
    heard !== stored.heard || !isRightWake({ wakeAt: stored.wakeAt, nominal }, run.now, run.rules);
  const wakeAt = isWrong ? nominal : stored.wakeAt;
  await run.slots(run.park.id, wakeAt);
  if (isWrong) await run.ports.register.advance(stored, { heard, wakeAt });
  return wakeAt;
}

/**
 * The same for the digests that nobody is done with.
 *
 * @returns each of them, whether it is due or not.
 */
export async function planDigests(run: ParkContext): Promise<readonly WakingRef[]> {
  const today = localDay(run.now, run.rules);
  const waiting: WakingRef[] = [];
  const from = today.subtract(LOOK_BACK);
  for await (const stored of readable(run, run.ports.ledger.between(run.park.id, from, today))) {
    if (isSettled(stored.value)) continue;
    const id = digestId(stored.value);
    await alone(run, id, () => setDigestRight(run, stored));
    waiting.push({ record: 'digest', id });
  }
  return waiting;
}

/**
 * One that is to be sent waits for its next attempt, or the next send time: whatever would wait longer
 * was put off by a clock that had jumped ahead, or over a day that is a working day by now.
 */
async function setDigestRight(run: ParkContext, { value, version }: Stored<Digest>): Promise<void> {
  const next = nextSendInstant(run.now, run.rules);
  const isFar = !hasCome(value.wakeAt, next);
  const isWrong = !isOut(value) && isFar;
  const wakeAt = isWrong ? next : value.wakeAt;
  await run.slots(run.park.id, wakeAt);
  if (isWrong) await run.ports.ledger.write({ ...value, wakeAt }, version);
}
