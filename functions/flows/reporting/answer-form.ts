import { Conflict } from '../../domain/base/faults.ts';
import type { TaskId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import type { TargetReport } from '../../domain/targets/target.ts';
import type { Move } from '../../domain/tasks/move.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { Booker } from '../funding/book-steps.ts';
import type { StoredTask } from '../ports.ts';
import { signAll, tasksOf, VIA } from '../tasks/answer-link.ts';
import { changeTask } from '../tasks/change-task.ts';
import type { Valid } from '../tasks/open-link.ts';
import { returnFigures } from './report-figures.ts';

/** What a return form says of one item: its figures, or a move of its task. */
export type ReturnAnswer = {
  readonly id: TaskId;
  /** The version of the target, or of the task, that was seen; a later one is not changed unseen. */
  readonly seen?: number;
} & (
  | { readonly figures: TargetReport['figures'] }
  | {
      readonly move: Extract<Move, { readonly act: 'report' | 'submit' }>;
      readonly why: string;
    }
);

/** Answers that were not taken: what is said of each, by its task. */
export type Refusals = ReadonlyMap<string, string>;

/** The form that answers came with. */
type Sent = {
  /** Names it, so that sent twice each answer is taken once. */
  readonly key: string;
  /** Its tasks as they were read a moment ago, as far as they were. */
  readonly tasks?: ReadonlyMap<string, StoredTask>;
};

/**
 * Takes each of `answers` by itself: what is refused stops none of the others. Sent twice with one key
 * each is taken once.
 */
export async function answerReturns(
  run: ParkContext,
  booker: Booker,
  answers: readonly ReturnAnswer[],
  { key, tasks = new Map() }: Sent,
): Promise<Refusals> {
  const refused = new Map<string, string>();
  for (const answer of answers) {
    try {
      await take(run, booker, answer, { key, stored: tasks.get(answer.id) });
    } catch (fault) {
      refused.set(answer.id, refusalOf(fault));
    }
  }
  return refused;
}

async function take(
  run: ParkContext,
  { by, via }: Booker,
  answer: ReturnAnswer,
  { key, stored }: { readonly key: string; readonly stored: StoredTask | undefined },
): Promise<void> {
  const { id, seen } = answer;
  if ('figures' in answer) {
    const { figures } = answer;
    await returnFigures(run, { by, via }, [{ id, figures }], { key, seen, stored });
    return;
  }
  const { move, why } = answer;
  const mover = { task: id, by, why, via, key, ...(seen !== undefined && { seen }) };
  await changeTask(run, mover, move, stored);
}

/** Errors that are shown to the user; all others are thrown. */
function refusalOf(fault: unknown): string {
  if (fault instanceof Conflict) return '别人刚刚改动了这一项，下面已是最新的情况，请核对后再提交';
  if (!(fault instanceof BadInput)) throw fault;
  return fault.problems.map(({ message, remedy }) => `${message}，${remedy}`).join('；');
}

/**
 * As {@link answerReturns}, through a link: only for what its message told and its contact is
 * responsible for now. Anyone who answers has received the message, so that the rest of it is signed for.
 */
export async function answerReturnsByLink(
  opened: Valid,
  answers: readonly ReturnAnswer[],
  key: string,
): Promise<Refusals> {
  const { run, link } = opened;
  const others = answers.filter(({ id }) => !isTold(opened, id));
  const told = answers.filter(({ id }) => isTold(opened, id));
  const booker = { by: link.contact, via: VIA };
  const refused = await answerReturns(run, booker, told, { key, tasks: tasksOf(opened) });
  if (refused.size < told.length) await signAll(opened);
  const gone = others.map(({ id }) => [id, '已经不由本岗位负责，没有记录'] as const);
  return new Map([...refused, ...gone]);
}

const isTold = ({ items }: Valid, id: string): boolean =>
  items.some(({ stored }) => stored.task.id === id);
