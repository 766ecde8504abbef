import { Conflict } from '../../domain/base/faults.ts';
import type { ReviewId, TaskId } from '../../domain/base/ids.ts';
import { BadInput, problemLine } from '../../domain/base/problems.ts';
import type { Move } from '../../domain/tasks/move.ts';
import { refuseActor } from '../context/actor.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { Booker } from '../funding/book-steps.ts';
import { changeTask } from '../tasks/change-task.ts';
import type { Amending } from './amend-drafts.ts';
import type { OfferName } from './offers.ts';
import { readReview } from './review.ts';
import { type AmendedTask, readStanding } from './review-standing.ts';

/** One change of a new version that the office takes over, of the task as it saw it. */
export type TakenChange = {
  readonly task: TaskId;
  readonly offer: OfferName;
  readonly version: number;
};

/**
 * Takes over what a new version of a source changes of registered tasks. Each task is changed alone;
 * what is not taken stays as it is (照旧).
 *
 * @throws {BadInput} if there is no such review, nothing was taken, or the booker may not.
 */
export async function settleChanges(
  run: ParkContext,
  booker: Booker,
  id: ReviewId,
  taken: readonly TakenChange[],
): Promise<Amending> {
  refuseActor(run, booker.by, 'enterPlan');
  const read = await readReview(run.park.id, id, run.ports);
  if (!read || taken.length === 0) {
    const message = read ? '没有勾选要办的改动' : '没有这份计划';
    throw new BadInput([{ place: `计划 ${id}`, message, remedy: '请勾选以后再提交' }]);
  }
  const standing = await readStanding(run, read.kept.value);
  const why = `按新版本《${read.kept.value.title}》`;
  const left: Amending['left'][number][] = [];
  const byTask = Map.groupBy(taken, ({ task }) => task);
  for (const [task, changes] of byTask) {
    const each = standing.find((one) => one.task.id === task);
    const failed = await settled(run, { ...booker, why }, changes, each);
    if (failed !== undefined) left.push({ id: task, title: each?.task.title ?? '', why: failed });
  }
  return { amended: byTask.size - left.length, left };
}

/** Makes the changes of one task; returns why they could not be made. */
async function settled(
  run: ParkContext,
  maker: Booker & { readonly why: string },
  changes: readonly TakenChange[],
  standing: AmendedTask | undefined,
): Promise<string | undefined> {
  const [first] = changes;
  const move = standing && moveFor(standing, changes);
  if (!move || !first) return '这处改动已经办过，或不再有了';
  try {
    await changeTask(run, { ...maker, task: first.task, seen: first.version }, move);
    return undefined;
  } catch (fault) {
    if (fault instanceof Conflict) return fault.message;
    if (!(fault instanceof BadInput)) throw fault;
    return fault.problems.map(problemLine).join('；');
  }
}

function moveFor(
  { source, task, amended, offers, isOpen }: AmendedTask,
  changes: readonly TakenChange[],
): Move | undefined {
  const wanted = new Set(changes.map(({ offer }) => offer));
  if (amended === null) {
    const isLast = task.alsoFrom.length === 0;
    if (!isOpen || !wanted.has(isLast ? 'withdraw' : 'dropSource')) return undefined;
    return isLast ? { act: 'withdraw' } : { act: 'amend', terms: { leaves: source } };
  }
  const made = offers.filter(({ name }) => wanted.has(name));
  if (made.length === 0) return undefined;
  return { act: 'amend', terms: Object.assign({}, ...made.map(({ terms }) => terms)) };
}
