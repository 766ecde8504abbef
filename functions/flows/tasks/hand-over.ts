import type { Temporal } from 'temporal-polyfill';
import { toldAt } from '../../domain/deadlines/hand-over.ts';
import type { HandOver } from '../../domain/deadlines/heard.ts';
import { wakeAtOf } from '../../domain/deadlines/wakes.ts';
import { handedOverAt } from '../../domain/deadlines/year-start.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { isAhead } from '../../domain/tasks/task-year.ts';
import { inParallel } from '../context/in-parallel.ts';
import { measuredTask } from '../context/measured-task.ts';
import { alone, type ParkContext } from '../context/park-context.ts';
import { isNear } from '../context/slots.ts';
import type { StoredTask } from '../ports.ts';
import { receiverOf, waitingFor, waitingNow } from './waiting-hand-overs.ts';

/**
 * Plans when what is handed over (交办) by `written` is told, before it is written: in one message with
 * all that waits for the same contact, which is put off to share its wake. What hands nothing over
 * stays as it is.
 */
export async function planHandOvers(
  run: ParkContext,
  written: readonly StoredTask[],
): Promise<readonly StoredTask[]> {
  const handed = written.filter((each) => waitingFor(run, each) !== null);
  if (handed.length === 0) return written;
  const waiting = await waitingNow(run, handed);
  const planned = new Map<string, StoredTask>();
  for (const [message, group] of Map.groupBy(handed, (each) => messageOf(run, each))) {
    const others = waiting.filter((each) => messageOf(run, each) === message);
    for (const each of await planGroup(run, group, others)) planned.set(each.task.id, each);
  }
  return written.map((each) => planned.get(each.task.id) ?? each);
}

/** What goes out in one message: to one contact, and apart what waits for a coming year. */
function messageOf(run: ParkContext, { task }: StoredTask): string {
  const begins = isAhead(task, localDay(run.now, run.rules)) ? task.plan : '';
  return `${receiverOf(run, task.owner)} ${begins}`;
}

/** As {@link planHandOvers}, of one task. */
export async function planHandOver(run: ParkContext, written: StoredTask): Promise<StoredTask> {
  const [planned = written] = await planHandOvers(run, [written]);
  return planned;
}

/** Puts `group`, and what waits for the same contact, under one wake. */
async function planGroup(
  run: ParkContext,
  group: readonly StoredTask[],
  others: readonly StoredTask[],
): Promise<readonly StoredTask[]> {
  const [first, ...rest] = [...group, ...others].map(({ task }) => handedOverAt(task, run.rules));
  if (first === undefined) return group;
  const at = toldAt([first, ...rest], run.rules);
  const isCalled = await isWakeCalled(run, at);
  // What has a wake of its own keeps it where no other could be asked for.
  if (isCalled) await inParallel(others, (each) => putOff(run, each, at));
  return inParallel(group, (each) => tellingAt(run, each, at, isCalled));
}

/** Asks for a wake at `at` where that is too near for a slot; the sweep tells it if no queue answers. */
export async function callNear(run: ParkContext, at: Temporal.Instant | null): Promise<void> {
  if (at !== null) await isWakeCalled(run, at);
}

/**
 * Asks for a wake at `at`. A queue that does not answer undoes nothing: what is handed over stays so,
 * and the sweep tells it.
 */
async function isWakeCalled(run: ParkContext, at: Temporal.Instant): Promise<boolean> {
  if (!isNear(at, run.now)) return true;
  const { wakeSoon } = run.ports.clock;
  return (
    (await alone(run, 'wake queue', async () => {
      await wakeSoon(run.park.id, at);
      return true;
    })) ?? false
  );
}

/** Moves what already waits to `at`, too; does nothing where a concurrent run told or changed it. */
async function putOff(run: ParkContext, stored: StoredTask, at: Temporal.Instant): Promise<void> {
  if (waitingFor(run, stored)?.at.equals(at)) return;
  const { heard, wakeAt } = await tellingAt(run, stored, at, true);
  await run.ports.register.advance(stored, { heard, wakeAt });
}

async function tellingAt(
  run: ParkContext,
  stored: StoredTask,
  at: Temporal.Instant,
  isCalled: boolean,
): Promise<StoredTask> {
  const task = await measuredTask(run, stored.task);
  const handOver: HandOver = { number: task.assignment.number, at, isCalled };
  const heard = { ...stored.heard, handOver };
  return { ...stored, heard, wakeAt: wakeAtOf(task, heard, run.rules) };
}
