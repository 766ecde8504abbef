import type { Temporal } from 'temporal-polyfill';
import { TaskId } from '../../domain/base/ids.ts';
import { localDay } from '../../domain/policy/hours.ts';
import type { Amended, Review } from '../../domain/sources/review.ts';
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
    ...review.amended.map((amended) => ({ id: amended.id, amended })),
    ...review.gone.map(({ id }) => ({ id, amended: null })),
  ];
  const read = await inParallel(wanted, async ({ id, amended }) => {
    const stored = await run.ports.register.task(run.park.id, TaskId.parse(id));
    return stored && standingOf(stored, amended, localDay(run.now, run.rules));
  });
  return read.filter((each) => each !== undefined);
}

function standingOf(
  { task, version }: StoredTask,
  amended: Amended | null,
  today: Temporal.PlainDate,
): AmendedTask {
  const offers = amended === null ? [] : offersOf(task, amended, today);
  const isOpen = amended === null ? !isEnded(task) : offers.length > 0;
  return { task, version, amended, offers, isOpen };
}

/** How many of the accepted drafts are registered: how far a publication is. */
export async function readRegistered(run: ParkContext, { drafts }: ReviewRead): Promise<number> {
  const accepted = drafts.filter(({ value }) => value.decision === 'accepted');
  const found = await inParallel(accepted, ({ value }) =>
    run.ports.register.task(run.park.id, TaskId.parse(value.draft.id)),
  );
  return found.filter((each) => each !== undefined).length;
}
