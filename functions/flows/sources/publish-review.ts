import type { Temporal } from 'temporal-polyfill';
import type { ReviewId } from '../../domain/base/ids.ts';
import { toldAt } from '../../domain/deadlines/hand-over.ts';
import { hasCome } from '../../domain/policy/hours.ts';
import { publicationId, type Review, sourceOfReview } from '../../domain/sources/review.ts';
import type { Source } from '../../domain/sources/source.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { refuseClosedYears } from '../context/closed-years.ts';
import { makerOf } from '../context/maker.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { Booker } from '../funding/book-steps.ts';
import type { Versioned } from '../ports.ts';
import { enterTasksBy } from '../tasks/enter-tasks.ts';
import { askForDates, watchPark } from '../tasks/watch-park.ts';
import { answerPublished } from './answer-publication.ts';
import { joinTasks } from './join-tasks.ts';
import { keepPromised } from './keep-promised.ts';
import { KEPT, keepVersion, sourceAsRead } from './keep-source.ts';
import { type ReviewRead, readReview } from './review.ts';
import { quotesOf, refuseTakenIds, tasksToPublish } from './tasks-to-publish.ts';
import { openOne, turn } from './turn-review.ts';

/** Most tasks that one request registers, so that its answer comes well within half a minute. */
export const PORTION = 50;

/** How far a publication is. */
export type Publication = {
  readonly registered: number;
  /** Tasks that are still to be registered; 0 once the plan is published. */
  readonly left: number;
};

/** How what is published begins, and how much of it in one call. */
export type Publishing = Pick<Review, 'inHand'> & {
  /** Tasks that one call registers at most, so that it ends long before a request does. */
  readonly most: number;
};

/**
 * Registers what the office accepted of a plan, a part at each call: call it again until nothing is
 * left. What is registered already stays, so that a publication that was cut short goes on.
 *
 * @param publishing - `inHand` of the first call holds for all.
 * @throws {BadInput} if the review cannot be gone on with, not everything of it is decided, or `by`
 *   may not, or its year is closed; nothing is registered then, and one that was amended at that very moment stays begun.
 * @throws {Conflict} if somebody else began to publish it, or put it aside, at the same moment.
 */
export async function publishReview(
  run: ParkContext,
  booker: Booker,
  id: ReviewId,
  { inHand, most }: Publishing,
): Promise<Publication> {
  const read = await openOne(run, booker, id, ['open', 'publishing']);
  await refuseClosedYears(run, [read.kept.value.year], '发布');
  const known = await quotesOf(run);
  refuseTakenIds(tasksToPublish(read, run, inHand), known);
  const { kept, drafts } = await begun(read, booker, inHand, run);
  const { inHand: isInHand } = kept.value;
  const confirmed = tasksToPublish({ kept, drafts }, run, isInHand, beginning(kept, run));
  const tasks = confirmed.map((task) => handedOverAgain(task, kept.value));
  refuseTakenIds(tasks, known);
  await keepVersion(run, kept.value, {
    ...makerOf(run, booker),
    what: KEPT,
    why: kept.value.file,
  });

  const missing = tasks.filter((task) => !known.has(task.id));
  const now = missing.slice(0, most);
  const why = `发布《${kept.value.title}》`;
  const entry = { by: booker.by, via: booker.via, at: run.now, why };
  await enterTasksBy(run, { ...entry, id: publicationId(kept.value) }, now);
  const left = missing.length - now.length;
  if (left === 0) {
    await joinTasks(run, booker, { kept, drafts });
    await answerPublished(run, booker, kept.value);
    await end(kept, { booker, tasks }, run);
  }
  return { registered: tasks.length - left, left };
}

/**
 * The instant at which what is published counts as handed over: all of it at once, by the minute the
 * publication began, as long as its message still waits.
 */
const beginning = (
  { lastChange: { at } }: Versioned<Review>,
  { now, rules }: ParkContext,
): Temporal.Instant => (hasCome(toldAt([at], rules), now) ? now : at);

/** The review that was begun to be published, with all that was amended until then. */
async function begun(
  read: ReviewRead,
  booker: Booker,
  inHand: boolean,
  run: ParkContext,
): Promise<ReviewRead> {
  if (read.kept.value.state === 'publishing') return read;
  const sourceBefore = await sourceBeforeOf(read.kept.value, run);
  const to = { state: 'publishing', inHand, sourceBefore } as const;
  const kept = await turn(run, read.kept, to, { ...makerOf(run, booker), what: '发布' });
  const now = await readReview(run.park.id, kept.value.id, run.ports);
  return { kept, drafts: now?.drafts ?? read.drafts };
}

/** A hand-over that was taken back may have been told: the next one has a number of its own. */
const handedOverAgain = (task: Task, { undone = 0 }: Review): Task => {
  const { number, at } = task.assignment;
  return number === 0 ? task : { ...task, assignment: { number: number + undone, at } };
};

/** Its source as it is, unless an earlier start of this publication changed it already. */
async function sourceBeforeOf(review: Review, run: ParkContext): Promise<Source | null> {
  const { before = null } = await sourceAsRead(run, sourceOfReview(review));
  const isKept = before?.versions.some((version) => version.review === review.id) ?? false;
  return isKept && review.sourceBefore !== undefined ? review.sourceBefore : before;
}

async function end(
  kept: Versioned<Review>,
  { booker, tasks }: { readonly booker: Booker; readonly tasks: readonly Task[] },
  run: ParkContext,
): Promise<void> {
  const { ports } = run;
  await keepPromised(run, tasks, {
    ...makerOf(run, booker),
    id: publicationId(kept.value),
    what: '登记',
    why: '发布计划',
  });
  if (await ports.register.watch(run.park.id)) await askForDates(run, tasks);
  else await watchPark(run, tasks, run.now);
  await turn(run, kept, { state: 'published' }, { ...makerOf(run, booker), what: '发布' });
}
