import type { Role } from '../base/role.ts';
import { type Contact, contactPost } from '../contacts/contact.ts';
import type { Task } from './task.ts';

/** Role that decides about a task of the office, by policy; null for other tasks. */
export type Checker = Role | null;

/** Properties of a task that determine permissions. */
export type OwnedTask = Pick<Task, 'leadUnit' | 'owner' | 'kind'> & {
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
