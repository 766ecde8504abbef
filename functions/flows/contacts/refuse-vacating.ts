import { isReadable } from '../../domain/base/faults.ts';
import type { DirectoryRecord } from '../../domain/contacts/directory-record.ts';
import { vacatedPosts } from '../../domain/contacts/units.ts';
import { againstVacating, leftWithoutOwner } from '../../domain/tasks/contact-changes.ts';
import type { Ports } from '../ports.ts';
import { type Keeping, refuseProblems } from './refuse-keeping.ts';

/**
 * Refuses a change of the contact `id` that leaves open tasks with nobody to receive them, unless its
 * maker says why.
 *
 * @throws {BadInput} that says how many tasks of which unit, and what to do.
 */
export async function refuseVacating(
  id: string,
  { before, after }: Readonly<Record<'before' | 'after', DirectoryRecord>>,
  { park, why = '' }: Pick<Keeping, 'park' | 'why'>,
  { register }: Pick<Ports, 'register'>,
): Promise<void> {
  if (why.trim() !== '' || vacatedPosts(before, after).length === 0) return;
  const read = (await Array.fromAsync(register.tasks(park))).filter(isReadable);
  const tasks = read.map(({ task }) => task);
  refuseProblems(againstVacating(id, leftWithoutOwner(tasks, { before, after })));
}
