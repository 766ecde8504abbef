import { Conflict } from '../../domain/base/faults.ts';
import type { ReviewId, TaskId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import { dateTimeWords } from '../../domain/base/words.ts';
import { isUndoOver, UNDO_WITHIN } from '../../domain/deadlines/undo.ts';
import {
  joinsOf,
  publicationId,
  type Review,
  sourceOfReview,
} from '../../domain/sources/review.ts';
import { inParallel } from '../context/in-parallel.ts';
import { makerOf } from '../context/maker.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { Author } from '../context/update-record.ts';
import type { Booker } from '../funding/book-steps.ts';
import type { StoredTask, Versioned } from '../ports.ts';
import { undoMove } from '../tasks/undo.ts';
import { recountDates } from '../tasks/watch-park.ts';
import { answerRestored, answersPublished } from './answer-publication.ts';
import { restoreSource, sourceAsRead } from './keep-source.ts';
import type { ReviewRead } from './review.ts';
import { type TakingTasks, takeTaskBack } from './take-back-task.ts';
import { openOne, turn } from './turn-review.ts';

/** A task that stays as it is, and why. */
type LeftTask = { readonly id: TaskId; readonly title: string; readonly why: string };

/** What became of a publication that was taken back. */
export type UndonePublication = {
  readonly takenBack: number;
  readonly left: readonly LeftTask[];
};

/** Whether a publication can be taken back at the time of `run`, or its taking back goes on. */
export const mayUndoPublication = (
  { now }: Pick<ParkContext, 'now'>,
  { value, lastChange }: Versioned<Review>,
): boolean =>
  value.state === 'takingBack' ||
  (value.state === 'published' && lastChange.what === PUBLISHED && !isUndoOver(lastChange.at, now));

const PUBLISHED = '发布';

/**
 * Takes a publication back (撤回) within ten minutes of its end: its tasks leave the register, what it added to
 * others is undone, and the review is open again with its drafts, which keep their numbers. What somebody
 * moved since stays and is named. Cut short, it is finished by the same request.
 *
 * @throws {BadInput} if it was published too long ago, or `booker` may not.
 */
export async function undoPublication(
  run: ParkContext,
  booker: Booker,
  id: ReviewId,
): Promise<UndonePublication> {
  const read = await openOne(run, booker, id, ['published', 'takingBack']);
  const kept = await begun(run, booker, read);
  const review = kept.value;
  const author = { ...makerOf(run, booker), what: '撤回发布', why: `《${review.title}》` };
  const accepted = read.drafts.filter(({ value }) => value.decision === 'accepted');
  const own = accepted.filter(({ value }) => joinsOf(value) === null);
  const joined = accepted.flatMap(({ value }) => joinsOf(value) ?? []);
  const taking = await takingOf(run, review, author);
  const ids = own.map(({ value }) => value.draft.id as TaskId);
  const stay = await inParallel(ids, (task) => takeTaskBack(run, task, taking));
  const standing = stay.flatMap((each) => (each ? [leftAs(each, taking)] : []));
  const others = [...standing, ...(await undoJoins(run, booker, review, joined))];
  const left = others.length > 0 ? others : await takeAnswersBack(run, review, taking);
  if (left.length === 0) {
    await restoreSource(run, review, author);
    await answerRestored(run, booker, review);
  }
  await recountDates(run, review.year);
  const to = { state: 'open', undone: (review.undone ?? 0) + 1 } as const;
  await turn(run, kept, to, { ...makerOf(run, booker), what: '撤回发布' });
  return { takenBack: ids.length - standing.length, left };
}

async function begun(
  run: ParkContext,
  booker: Booker,
  { kept }: ReviewRead,
): Promise<Versioned<Review>> {
  if (kept.value.state === 'takingBack') return kept;
  if (mayUndoPublication(run, kept)) {
    return turn(run, kept, { state: 'takingBack' }, { ...makerOf(run, booker), what: '撤回发布' });
  }
  const made = dateTimeWords(kept.lastChange.at, run.rules.timeZone);
  const message = `这份计划是${made}发布的，已超过${UNDO_WITHIN.minutes}分钟，不能撤回`;
  const remedy = '个别事项不再办理的，请逐项或成批“撤销”';
  throw new BadInput([{ place: `计划 ${kept.value.id}`, message, remedy }]);
}

/** What is reported on the source goes with all of its tasks; returns what somebody changed since. */
async function takeAnswersBack(
  run: ParkContext,
  review: Review,
  taking: TakingTasks,
): Promise<readonly LeftTask[]> {
  const answers = await answersPublished(run, review);
  const stay = await inParallel(answers, (task) => takeTaskBack(run, task, taking));
  return stay.flatMap((each) => (each ? [leftAs(each, taking)] : []));
}

async function takingOf(run: ParkContext, review: Review, author: Author): Promise<TakingTasks> {
  const { before } = await sourceAsRead(run, sourceOfReview(review));
  const name = run.directory.contact(author.by)?.post ?? author.by;
  const isRestricted = review.readers !== null || (before?.readers ?? null) !== null;
  const entry = publicationId(review);
  return { ...author, source: review.title, entry, name, isRestricted };
}

const leftAs = ({ task, lastChange }: StoredTask, { entry }: TakingTasks): LeftTask => ({
  id: task.id,
  title: task.title,
  why: lastChange.id === entry ? '发布以后有人改过它的数据' : `发布以后已经${lastChange.what}`,
});

/** Undoes what the publication added to registered tasks; returns those that were moved since. */
async function undoJoins(
  run: ParkContext,
  booker: Booker,
  review: Review,
  tasks: readonly TaskId[],
): Promise<readonly LeftTask[]> {
  const left: LeftTask[] = [];
  for (const task of tasks) {
    try {
      await undoMove(run, booker, { task, batch: publicationId(review) }, true);
    } catch (fault) {
      if (!(fault instanceof BadInput || fault instanceof Conflict)) throw fault;
      const read = await run.ports.register.task(run.park.id, task);
      const why = read ? `并入以后已经${read.lastChange.what}` : '登记表中没有这一项';
      left.push({ id: task, title: read?.task.title ?? '', why });
    }
  }
  return left;
}
