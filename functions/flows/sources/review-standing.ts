import type { Temporal } from 'temporal-polyfill';
import { type SourceId, TaskId } from '../../domain/base/ids.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { sourceIdOf } from '../../domain/sources/place.ts';
import { type Amended, joinsOf, type Review, sourceOfReview } from '../../domain/sources/review.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { isEnded } from '../../domain/tasks/task-status.ts';
import { inParallel } from '../context/in-parallel.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { StoredTask } from '../ports.ts';
import { type Offer, offersOf } from './offers.ts';
import type { ReviewRead } from './review.ts';

/** A registered task that a plan changes, in its current state. */
export type AmendedTask = {
  readonly task: Task;
  /** Null if the plan no longer contains it. */
  readonly amended: Amended | null;
  readonly version: number;
  /** Code of the source whose version it is. */
  readonly source: SourceId;
  /** What of the change can still be taken over. */
  readonly offers: readonly Offer[];
  /** Whether something is left to be done about it. */
  readonly isOpen: boolean;
};

/** Current state in the register of what `review` changes. */
export async function readStanding(
  run: ParkContext,
  review: Review,
): Promise<readonly AmendedTask[]> {
  const wanted = [
    ...review.amended.map((amended) => ({ id: amended.task || amended.id, amended })),
    ...review.gone.map(({ id, task }) => ({ id: task || id, amended: null })),
  ];
  const read = await inParallel(wanted, async ({ id, amended }) => {
    const stored = await run.ports.register.task(run.park.id, TaskId.parse(id));
    return (
      stored &&
      standingOf(stored, amended, {
        source: sourceOfReview(review),
        today: localDay(run.now, run.rules),
      })
    );
  });
  return read.filter((each) => each !== undefined);
}

function standingOf(
  { task, version }: StoredTask,
  amended: Amended | null,
  { source, today }: { readonly source: SourceId; readonly today: Temporal.PlainDate },
): AmendedTask {
  const offers = amended === null ? [] : offersOf(task, amended, today);
  const hasSource =
    sourceIdOf(task) === source || task.alsoFrom.some((joined) => joined.source === source);
  const isOpen = amended === null ? hasSource && !isEnded(task) : offers.length > 0;
  return { task, version, source, amended, offers, isOpen };
}

/** How many of the accepted drafts are registered: how far a publication is. */
export async function readRegistered(run: ParkContext, { drafts }: ReviewRead): Promise<number> {
  const accepted = drafts.filter(
    ({ value }) => value.decision === 'accepted' && joinsOf(value) === null,
  );
  const found = await inParallel(accepted, ({ value }) =>
    run.ports.register.task(run.park.id, TaskId.parse(value.draft.id)),
  );
  return found.filter((each) => each !== undefined).length;
}
