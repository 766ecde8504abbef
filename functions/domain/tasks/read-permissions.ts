import type { Role } from '../base/role.ts';
import type { Contact } from '../contacts/contact.ts';
import { isOfUnit, isOwn, isSupporter, type OwnedTask } from './owned.ts';

/** Roles that see all tasks; finance sees funding, roles of a unit see their own, and those that it helps with. */
const SEE_ALL: ReadonlySet<Role> = new Set(['office', 'principalLeader', 'responsibleLeader']);

/** Whether `contact` may read `task` and what was said of it. */
export const mayRead = (contact: Contact, task: OwnedTask): boolean =>
  SEE_ALL.has(contact.role) ||
  isOwn(contact, task) ||
  isOfUnit(contact, task) ||
  isSupporter(contact, task);

/** Whether `contact` may see a message: the office and the leaders any, others those sent to them. */
export const mayReadMessage = (
  contact: Contact,
  message: { readonly contact: string | null },
): boolean => SEE_ALL.has(contact.role) || message.contact === contact.id;

/** Whether `contact` may see how the park works and who its posts are. */
export const maySeeSettings = ({ role }: Pick<Contact, 'role'>): boolean => SEE_ALL.has(role);

/** Whether `contact` may end the use of a message's link. */
export const mayRevokeLink = ({ role }: Pick<Contact, 'role'>): boolean => role === 'office';
