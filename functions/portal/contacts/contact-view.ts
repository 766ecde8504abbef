import { isReadable } from '../../domain/base/faults.ts';
import { vacatedBy } from '../../domain/tasks/contact-changes.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { type ParkContext, readTasks } from '../../flows/context/park-context.ts';
import type { Portal } from '../http/portal.ts';
import type { Subscriptions } from './words.ts';

/** How the addresses of the park stand at the topic; null where these pages cannot see it. */
export const subscriptionsOf = async (
  { park }: ParkContext,
  { subscribing, ports }: Portal,
): Promise<Subscriptions> =>
  subscribing ? (await ports.book.all(park.id)).filter(isReadable) : null;

/** The live tasks that would lose the only contact of one of their posts without the contact `id`. */
export async function vacatedTasks(run: ParkContext, id: string): Promise<readonly Task[]> {
  const tasks = (await readTasks(run)).map(({ task }) => task);
  return vacatedBy(id, run.contacts, tasks);
}
