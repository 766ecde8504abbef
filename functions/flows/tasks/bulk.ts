import { Conflict, NotSaved } from '../../domain/base/faults.ts';
import type { TaskId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import { MAX_BULK } from '../../domain/tasks/bulk-act.ts';
import type { Move } from '../../domain/tasks/move.ts';
import { refuseActor } from '../context/actor.ts';
import { inParallel } from '../context/in-parallel.ts';
import { type ParkContext, readWhole } from '../context/park-context.ts';
import type { StoredTask } from '../ports.ts';
import { changeTask, overtaken } from './change-task.ts';
import { type Mover, taskAfter } from './task-after.ts';
import { undoMove } from './undo.ts';

/** One move of a bulk. */
export type BulkRequest = {
  readonly task: TaskId;
  readonly move: Move;
  /** The version that was previewed; a later one is left as it is and named. */
  readonly seen?: number;
};

/** Who confirms a bulk, and why. `batch` identifies the confirmation; a repeated one changes nothing. */
export type BulkMaker = Pick<Mover, 'by' | 'why' | 'via'> & { readonly batch: string };

/** One task of a bulk: what changes, or why the task is left as it is. */
export type BulkLine = {
  readonly task: TaskId;
  /** Null for a task that is not in the register. */
  readonly title: string | null;
  readonly unit: string | null;
  readonly version: number | null;
  readonly from: string;
  readonly to: string;
  /** Why the move cannot be made, in Chinese; null if it can or was made. */
  readonly refusal: string | null;
};

/** `tasks` as they are now, before anything is asked of them. */
export const readBulkLines = (
  run: ParkContext,
  tasks: readonly TaskId[],
): Promise<readonly BulkLine[]> =>
  inParallel(tasks, (task) => attemptLine(run, task, (read) => Promise.resolve(read)));

/**
 * What each of `requests` would change. Writes nothing.
 *
 * @throws {BadInput} if the maker may not move many tasks, or there are more than {@link MAX_BULK}.
 */
export async function previewBulk(
  run: ParkContext,
  maker: BulkMaker,
  requests: readonly BulkRequest[],
): Promise<readonly BulkLine[]> {
  refuseBulk(run, maker, requests);
  return inParallel(requests, ({ task, move, seen }) =>
    attemptLine(run, task, async (read) => {
      if (seen !== undefined && seen !== read.version) throw overtaken(read);
      return taskAfter(run, read, { ...maker, task }, { move, id: maker.batch });
    }),
  );
}

/**
 * Makes each of `requests` alone, with a line of history of its own. What cannot be made does not stop
 * the others.
 *
 * @throws {BadInput} as previewBulk.
 */
export async function makeBulk(
  run: ParkContext,
  maker: BulkMaker,
  requests: readonly BulkRequest[],
): Promise<readonly BulkLine[]> {
  refuseBulk(run, maker, requests);
  const make = ({ task, move, seen }: BulkRequest): Promise<BulkLine> =>
    attemptLine(run, task, (read) => {
      const mover = { ...maker, task, key: maker.batch, ...(seen !== undefined && { seen }) };
      return changeTask(run, mover, move, read);
    });
  // Handovers to one contact share a wake, which concurrent writes would take from one another.
  const handing = requests.filter(({ move }) => move.act === 'reassign' || move.act === 'assign');
  const others = requests.filter((request) => !handing.includes(request));
  const lines = new Map<BulkRequest, BulkLine>();
  const made = await inParallel(others, make);
  for (const [at, request] of others.entries()) lines.set(request, made[at] as BulkLine);
  for (const request of handing) lines.set(request, await make(request));
  return requests.map((request) => lines.get(request) as BulkLine);
}

/**
 * Takes back (撤回) what the confirmation `batch` did with each of `tasks`, each alone. One that was moved
 * since is left as it is and named.
 *
 * @throws {BadInput} as previewBulk.
 */
export async function undoBulk(
  run: ParkContext,
  maker: BulkMaker,
  tasks: readonly TaskId[],
): Promise<readonly BulkLine[]> {
  refuseBulk(run, maker, tasks);
  const { by, via, batch } = maker;
  return inParallel(tasks, (task) =>
    attemptLine(run, task, () => undoMove(run, { by, via }, { task, batch })),
  );
}

function refuseBulk(run: ParkContext, { by }: BulkMaker, requests: readonly unknown[]): void {
  refuseActor(run, by, 'moveMany');
  const message = sizeProblem(requests.length);
  if (message === undefined) return;
  throw new BadInput([{ place: '成批办理', message, remedy: '请选好事项后再办' }]);
}

/** Why a bulk of `count` tasks is refused, in Chinese. */
export function sizeProblem(count: number): string | undefined {
  if (count === 0) return '没有选事项';
  return count > MAX_BULK ? `选了${count}项，一次至多办理${MAX_BULK}项` : undefined;
}

/** The line of one task: the change that `attempt` makes, or why there is none. */
async function attemptLine(
  run: ParkContext,
  id: TaskId,
  attempt: (read: StoredTask) => Promise<StoredTask>,
): Promise<BulkLine> {
  let line: BulkLine = { ...UNKNOWN, task: id };
  try {
    const read = await readWhole(run, id);
    if (!read) return line;
    const { task, version } = read;
    line = { ...line, title: task.title, unit: task.leadUnit, version, refusal: null };
    const { from, to } = (await attempt(read)).lastChange;
    return { ...line, from, to };
  } catch (fault) {
    return { ...line, refusal: refusalOf(run, id, fault) };
  }
}

const UNKNOWN = {
  title: null,
  unit: null,
  version: null,
  from: '',
  to: '',
  refusal: '登记表中没有这一项',
} as const;

/** Why a task is left as it is. A fault of the system is noted in the report of `run`. */
function refusalOf({ report }: ParkContext, at: TaskId, fault: unknown): string {
  if (fault instanceof BadInput) return fault.problems.map(({ message }) => message).join('；');
  if (fault instanceof Conflict || fault instanceof NotSaved) return fault.message;
  report.faults.push({ at, fault });
  return '系统出错，不能确定是否写入，请看这一项的办理记录';
}
