import type { PostId } from '../base/ids.ts';
import type { Role } from '../base/role.ts';
import { type Contact, type Directory, OFFICE } from '../contacts/contact.ts';
import type { Placed } from '../sources/place.ts';
import { sourceIdsOf } from '../sources/place.ts';
import { readersOf } from '../sources/readers.ts';
import type { Source } from '../sources/source.ts';
import { isOfUnit, isOwn, isSupporter, type OwnedTask } from './owned.ts';

/** Roles that see all tasks; finance sees funding, roles of a unit see their own, and those that it helps with. */
const SEE_ALL: ReadonlySet<Role> = new Set(['office', 'principalLeader', 'responsibleLeader']);

/**
 * Whether `contact` may read `task` and what was said of it, as far as its role decides. Pages, files and
 * messages ask {@link maySee}, which knows what is restricted.
 */
export const mayRead = (contact: Contact, task: OwnedTask): boolean =>
  SEE_ALL.has(contact.role) ||
  isOwn(contact, task) ||
  isOfUnit(contact, task) ||
  isSupporter(contact, task);

/**
 * As {@link mayRead}, of a task whose unit was renamed since: what ended under the old name stays in sight
 * of the unit.
 */
export const mayReadNow = (
  contact: Contact,
  task: OwnedTask,
  { hasFormerNames, unitNow }: Pick<Directory, 'hasFormerNames' | 'unitNow'>,
): boolean => {
  const now = hasFormerNames
    ? {
        ...task,
        leadUnit: unitNow(task.leadUnit),
        supportingUnits: task.supportingUnits?.map(unitNow) ?? [],
      }
    : task;
  return mayRead(contact, now);
};

/** Whether `contact` is the office, holds one of `posts`, or receives for one of them now. */
const isNamed = (
  { id, role }: Pick<Contact, 'id' | 'role'>,
  posts: readonly PostId[],
  { holderOf, recipientOf }: Directory,
): boolean =>
  role === 'office' ||
  [OFFICE, ...posts].some(
    (post) => holderOf(post)?.id === id || recipientOf(post)?.contact.id === id,
  );

/** A task with what says where it comes from. */
type SourcedTask = OwnedTask & Placed;

/**
 * Whether `contact` may see `task` at all. What comes from restricted sources alone is for the posts that
 * they name, the office, the task's owner, and who stands in for one of these; everything else is
 * for those who {@link mayRead}.
 */
export function maySee(
  contact: Contact,
  task: SourcedTask,
  sources: readonly Source[],
  directory: Directory,
): boolean {
  const readers = readersOf(sourceIdsOf(task), sources);
  return readers === null
    ? mayReadNow(contact, task, directory)
    : isNamed(contact, [...readers, task.owner], directory);
}

/** Whether what is said of `task` may be addressed to `post`. */
export function mayHear(
  post: PostId,
  task: SourcedTask,
  sources: readonly Source[],
  directory: Directory,
): boolean {
  const readers = readersOf(sourceIdsOf(task), sources);
  if (readers === null || post === OFFICE || [...readers, task.owner].includes(post)) return true;
  const holder = directory.holderOf(post);
  return holder !== undefined && isNamed(holder, [...readers, task.owner], directory);
}

/** Whether `contact` may see `source` itself: its name, words and date. */
export const maySeeSource = (
  contact: Contact,
  { readers }: Pick<Source, 'readers'>,
  directory: Directory,
): boolean => readers === null || isNamed(contact, readers, directory);

/** Whether `contact` may see a message: the office and the leaders any, others those sent to them. */
export const mayReadMessage = (
  contact: Contact,
  message: { readonly contact: string | null },
): boolean => SEE_ALL.has(contact.role) || message.contact === contact.id;

/** Whether `contact` may see how the park works and who its posts are. */
export const maySeeSettings = ({ role }: Pick<Contact, 'role'>): boolean => SEE_ALL.has(role);

/** Whether `contact` may see the account of a year. */
export const maySeeAccount = ({ role }: Pick<Contact, 'role'>): boolean => SEE_ALL.has(role);

/** Whether `contact` may end the use of a message's link. */
export const mayRevokeLink = ({ role }: Pick<Contact, 'role'>): boolean => role === 'office';
