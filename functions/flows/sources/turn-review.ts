import { Conflict } from '../../domain/base/faults.ts';
import type { ReviewId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import { type Review, reviewStateName } from '../../domain/sources/review.ts';
import { refuseActor } from '../context/actor.ts';
import { makerOf } from '../context/maker.ts';
import type { ParkContext } from '../context/park-context.ts';
import { type Author, nextOf } from '../context/update-record.ts';
import type { Booker } from '../funding/book-steps.ts';
import type { Ports, Versioned } from '../ports.ts';
import { type ReviewRead, readReview } from './review.ts';

/** Puts a plan aside that nothing was registered of. @throws {BadInput | Conflict} */
export async function dropReview(run: ParkContext, booker: Booker, id: ReviewId): Promise<void> {
  const { kept } = await openOne(run, booker, id);
  await turn(run, kept, { state: 'dropped' }, { ...makerOf(run, booker), what: '放弃计划' });
}

/**
 * Takes a publication that cannot go on back to being looked through. What it registered stays, and
 * stays the same when it is published again.
 *
 * @throws {BadInput | Conflict}
 */
export async function reopenReview(run: ParkContext, booker: Booker, id: ReviewId): Promise<void> {
  const { kept } = await openOne(run, booker, id, ['publishing']);
  await turn(run, kept, { state: 'open' }, { ...makerOf(run, booker), what: '回到核对' });
}

/**
 * Turns a review that was read as `kept` to what `to` says.
 *
 * @throws {Conflict} if somebody else turned it meanwhile.
 */
export async function turn(
  { ports }: ParkContext,
  kept: Versioned<Review>,
  to: Partial<Pick<Review, 'state' | 'inHand' | 'sourceBefore' | 'undone'>>,
  keeper: Omit<Author, 'why'>,
): Promise<Versioned<Review>> {
  const next = nextOf(kept, { ...kept.value, ...to }, { ...keeper, why: '' }, ports);
  if ((await ports.collections.reviews.put(kept, next)) === 'written') return next;
  const { park, id } = kept.value;
  throw new Conflict(id, (await ports.collections.reviews.find(park, id))?.lastChange.by ?? '');
}

/**
 * The review called `id`, for one who may go on with it.
 *
 * @param states - in which it can be gone on with.
 * @throws {BadInput} if it is in none of them, or `by` may not.
 */
export async function openOne(
  run: ParkContext,
  { by }: Booker,
  id: ReviewId,
  states: readonly Review['state'][] = ['open'],
): Promise<ReviewRead> {
  refuseActor(run, by, 'enterPlan');
  const read = await readReview(run.park.id, id, run.ports);
  if (read && states.includes(read.kept.value.state)) return read;
  const message = read ? `这份计划${reviewStateName[read.kept.value.state]}` : '没有这份计划';
  throw new BadInput([{ place: `计划 ${id}`, message, remedy: '请回到计划页查看' }]);
}

/**
 * Why what was just amended may not count, in words for the office; undefined where it does: a
 * publication turns the review before it reads the drafts.
 */
export async function turnedMeanwhile(
  park: string,
  id: ReviewId,
  { collections }: Ports,
): Promise<string | undefined> {
  const state = (await collections.reviews.find(park, id))?.value.state;
  if (state === undefined || state === 'open') return undefined;
  return `这份计划刚刚转为“${reviewStateName[state]}”，请看过结果再办`;
}
