import { wakeAtOf } from '../domain/decide.ts';
import { Conflict } from '../domain/faults.ts';
import { actName, type Move, moved } from '../domain/moves.ts';
import { BadInput } from '../domain/problem.ts';
import { statusName } from '../domain/task.ts';
import type { Change, Needs, StoredTask } from './ports.ts';
import { beginRun, type Run } from './run.ts';

/** Who moves which task, and why. */
export type Mover = {
  readonly park: string;
  readonly task: string;
  /** The post that moves it, or the system. */
  readonly by: string;
  readonly why: string;
};

/** Races that a move may lose before its mover is told. */
const MAX_LOSSES = 5;

/**
 * Makes `move`: one conditional write, with the slot of the new wake made sure of before it. A lost
 * race reads and decides again.
 *
 * @throws {BadInput} if there is no such task, or it does not allow the move now.
 * @throws {Conflict} after losing to others too many times; it says what they did last.
 */
export async function changeTask(mover: Mover, move: Move, needs: Needs): Promise<StoredTask> {
  const run = await beginRun(mover.park, needs);
  const id = needs.newId();
  let read = await readTask(run, mover.task);
  for (let losses = 0; losses < MAX_LOSSES; losses += 1) {
    const next = after(run, read, mover, { move, id });
    await run.slots(mover.park, next.wakeAt);
    if ((await needs.register.change(read, next)) === 'written') return next;
    read = await readTask(run, mover.task);
    if (read.lastChange.id === id) return read;
  }
  throw new Conflict(mover.task, `${read.lastChange.by}${read.lastChange.what}`);
}

async function readTask(run: Run, task: string): Promise<StoredTask> {
  const read = await run.needs.register.task(run.park.id, task);
  if (read) return read;
  const remedy = '请核对编号';
  throw new BadInput([{ place: `事项 ${task}`, message: '登记表中没有这一项', remedy }]);
}

function after(
  run: Run,
  read: StoredTask,
  { task, by, why }: Mover,
  { move, id }: { readonly move: Move; readonly id: string },
): StoredTask {
  const outcome = moved(read.task, move, run.now, run.rules);
  if ('refusal' in outcome) {
    const remedy = '请按允许的手续办理';
    throw new BadInput([{ place: `事项 ${task}`, message: outcome.refusal.reason, remedy }]);
  }
  const { owner, leadUnit } = outcome.task;
  if (move.act === 'reassign' && !run.directory.holds(owner)) {
    const message = `责任单位“${leadUnit}”没有责任人的联系方式`;
    const remedy = '请先在通讯录里给这个单位设一个责任人';
    throw new BadInput([{ place: `事项 ${task}`, message, remedy }]);
  }
  const lastChange: Change = {
    id,
    version: read.version + 1,
    at: run.now,
    by,
    what: actName[move.act],
    from: statusName[read.task.status],
    to: statusName[outcome.task.status],
    why,
  };
  return {
    task: outcome.task,
    heard: read.heard,
    wakeAt: wakeAtOf(outcome.task, read.heard, run.rules),
    version: read.version + 1,
    lastChange,
  };
}
