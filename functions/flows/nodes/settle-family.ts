import type { TaskId } from '../../domain/base/ids.ts';
import { answeredByNodes } from '../../domain/deadlines/node-answers.ts';
import { heardBefore, inTime, isRightWake, wakeAtOf } from '../../domain/deadlines/wakes.ts';
import { followed } from '../../domain/nodes/followed.ts';
import { seenAmong } from '../../domain/nodes/kin-of.ts';
import { taskOfNode } from '../../domain/nodes/node-task.ts';
import { nodeId } from '../../domain/tasks/node.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { statusName } from '../../domain/tasks/task-status.ts';
import { nowIn, readNodes } from '../context/family.ts';
import type { ParkContext } from '../context/park-context.ts';
import { LOST, untilWritten } from '../context/until-written.ts';
import type { StoredTask } from '../ports.ts';
import { followWork } from './follow-work.ts';

/** Plans when what is handed over is told, before it is written. */
type PlansHandOvers = (
  run: ParkContext,
  written: readonly StoredTask[],
) => Promise<readonly StoredTask[]>;

/** Id of the work whose family `task` belongs to; undefined for one without nodes that is none. */
export const workIdOf = ({ id, nodes, nodeOf }: Task): TaskId | undefined =>
  nodeOf?.task ?? (nodes.length > 0 ? id : undefined);

/**
 * Finishes what a change of the work `id` or of one of its nodes brings about for the others: enters nodes
 * that are not there yet, lets nodes follow their work, and plans all of them again. Again it changes
 * nothing, so that the next wake finishes what was cut short.
 *
 * @param plan - plans the hand-overs of new nodes; without it each is told by itself.
 * @returns whether the work is there.
 */
export async function settleFamily(
  run: ParkContext,
  id: TaskId,
  plan: PlansHandOvers = async (_, written) => written,
): Promise<boolean> {
  const read = await run.ports.register.task(run.park.id, id);
  if (!read) return false;
  const nodes = await followingNodes(run, read, plan);
  const seen = seenAmong({ work: read.task, nodes }, nowIn(run));
  for (const each of nodes) await replan(run, each, seen);
  await replan(run, read, seen);
  return true;
}

/** The nodes of `work`, each there and as the work has it. */
async function followingNodes(
  run: ParkContext,
  work: StoredTask,
  plan: PlansHandOvers,
): Promise<readonly StoredTask[]> {
  const known = await readNodes(run, work.task);
  const isEntered = await enterMissing(run, work, { known, plan });
  let isMoved = false;
  for (const node of known) isMoved = (await followWork(run, node, work)) || isMoved;
  return isEntered || isMoved ? readNodes(run, work.task) : known;
}

/** Enters the nodes of `work` that are not among `known`; returns whether there were any. */
async function enterMissing(
  run: ParkContext,
  { task: work, lastChange }: StoredTask,
  { known, plan }: { readonly known: readonly StoredTask[]; readonly plan: PlansHandOvers },
): Promise<boolean> {
  const there = new Set(known.map(({ task }) => task.id));
  const missing = work.nodes.filter(({ number }) => !there.has(nodeId(work.id, number)));
  if (missing.length === 0) return false;
  const entered = missing.map((entry): StoredTask => {
    const task = followed(taskOfNode(entry, work, run.rules), work, nowIn(run));
    const heard = heardBefore(task, entry.at, run.rules);
    const { by, onBehalfOf, names, via, why } = lastChange;
    const said = { by, onBehalfOf, ...(names && { names }), via, why };
    return {
      task,
      heard,
      wakeAt: wakeAtOf(task, heard, run.rules),
      version: 1,
      lastChange: {
        ...said,
        id: run.ports.newId(),
        version: 1,
        at: entry.at,
        what: '交办',
        from: '',
        to: statusName[task.status],
      },
    };
  });
  for (const stored of await plan(run, entered)) {
    await run.slots(run.park.id, stored.wakeAt);
    await run.ports.register.create(stored);
  }
  return true;
}

/** Plans one of a family again by what the others say of it. */
function replan(run: ParkContext, stored: StoredTask, seen: (task: Task) => Task): Promise<void> {
  let read: StoredTask | undefined = stored;
  const attempt = async (): Promise<undefined | typeof LOST> => {
    if (!read) return undefined;
    const task = seen(read.task);
    const known = inTime(task, read.heard, run.now, run.rules);
    const heard = answeredByNodes(known, task, run.rules);
    const nominal = wakeAtOf(task, heard, run.rules);
    const isRight = isRightWake({ wakeAt: read.wakeAt, nominal }, run.now, run.rules);
    if (heard === read.heard && isRight) return undefined;
    await run.slots(run.park.id, nominal);
    if ((await run.ports.register.advance(read, { heard, wakeAt: nominal })) === 'written') {
      return undefined;
    }
    read = await run.ports.register.task(run.park.id, stored.task.id);
    return LOST;
  };
  return untilWritten<undefined>(attempt, () => undefined);
}
