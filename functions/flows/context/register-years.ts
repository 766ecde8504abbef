import type { Contact } from '../../domain/contacts/contact.ts';
import { type Years, yearsOf } from '../../domain/papers/years.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { mayRead } from '../../domain/tasks/read-permissions.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { ParkContext } from './park-context.ts';

/**
 * The year that `viewer` is shown, and what else there is.
 *
 * @param all - every task of the park.
 * @param asked - the year that is asked for; undefined for the park's default.
 */
export async function yearsFor(
  run: ParkContext,
  viewer: Contact,
  all: readonly Task[],
  asked: number | undefined,
): Promise<Years> {
  const today = localDay(run.now, run.rules);
  const seen = all.filter((task) => mayRead(viewer, task));
  return yearsOf({ all, seen, sources: await run.sources() }, today, asked);
}
