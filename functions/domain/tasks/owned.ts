import type { PostId } from '../base/ids.ts';
import type { Role } from '../base/role.ts';
import { type Contact, contactPost, postFor } from '../contacts/contact.ts';
import type { Task } from './task.ts';

/** Role that decides about a task of the office, by policy; null for other tasks. */
export type Checker = Role | null;

/** Properties of a task that determine permissions. */
export type OwnedTask = Pick<Task, 'leadUnit' | 'owner' | 'kind'> & {
  readonly supportingUnits?: Task['supportingUnits'];
  /** For tasks of the office; null for others. */
  readonly checker?: Checker;
};

/** Whether `task` is one that `contact` answers for. */
export const isOwn = (contact: Contact, task: OwnedTask): boolean =>
  task.owner === contactPost(contact.id) ||
  (contact.role === 'finance' ? task.kind === 'funding' : isOfUnit(contact, task));

/** Whether `contact` covers the unit of `task`. */
export const isOfUnit = ({ unit, covers = [unit] }: Contact, { leadUnit }: OwnedTask): boolean =>
  covers.includes(leadUnit);

/** Whether `contact` helps with `task` for a supporting unit (配合单位), and does not answer for it. */
export const isSupporter = (contact: Contact, task: OwnedTask): boolean =>
  !isOwn(contact, task) &&
  (task.supportingUnits ?? []).some((leadUnit) => isOfUnit(contact, { ...task, leadUnit }));

/** The posts of the owners of the supporting units of `task`, without the owner of the task itself. */
export const supportingPosts = ({
  supportingUnits,
  owner,
}: Pick<Task, 'supportingUnits' | 'owner'>): readonly PostId[] =>
  [...new Set(supportingUnits.map((unit) => postFor('owner', unit)))].filter(
    (post) => post !== owner,
  );
