import { type Family, seenAmong } from '../../domain/nodes/kin-of.ts';
import { localDay } from '../../domain/policy/hours.ts';
import type { At } from '../../domain/tasks/date-moves.ts';
import { nodeId } from '../../domain/tasks/node.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { StoredTask } from '../ports.ts';
import { unlessDamaged } from './damaged.ts';
import { inParallel } from './in-parallel.ts';
import type { ParkContext } from './park-context.ts';

/** How `task`, and what becomes of it by a move, is seen with its work or its nodes. */
export type SeesKin = (task: Task) => Promise<(each: Task) => Task>;

/** Reads the work or the nodes of a task, if it has any. */
export const readsKin =
  (run: ParkContext): SeesKin =>
  async (task) => {
    const family = await familyOf(run, task);
    return family ? seenAmong(family, nowIn(run)) : (each) => each;
  };

/** The instant of a run, for what follows from a work at it. */
export const nowIn = ({ now, rules }: ParkContext): At => ({
  now,
  today: localDay(now, rules),
  rules,
});

async function familyOf(run: ParkContext, task: Task): Promise<Family | undefined> {
  if (task.nodeOf === null) {
    return task.nodes.length > 0 ? { work: task, nodes: await readNodes(run, task) } : undefined;
  }
  const { nodeOf } = task;
  const work = await unlessDamaged(
    run,
    () => run.ports.register.task(run.park.id, nodeOf.task),
    undefined,
  );
  return work && { work: work.task, nodes: await readNodes(run, work.task) };
}

/** The nodes of `work` that are there and can be read. */
export async function readNodes(run: ParkContext, work: Task): Promise<readonly StoredTask[]> {
  const ids = work.nodes.map(({ number }) => nodeId(work.id, number));
  const read = await inParallel(ids, (id) =>
    unlessDamaged(run, () => run.ports.register.task(run.park.id, id), undefined),
  );
  return read.filter((node) => node !== undefined);
}
