import type { Role } from '../base/role.ts';
import type { Directory } from '../contacts/contact.ts';
import { postOf, type Task } from './task.ts';

/**
 * Whether the office itself answers for `task`: it holds the owner's post or receives for who does, or
 * the task is its own unit's.
 */
export function isOffices({ owner, leadUnit }: Task, directory: Directory): boolean {
  const holder = directory.holderOf(owner);
  const recipient = directory.recipientOf(owner);
  const isStandIn = recipient?.insteadOf !== null && recipient?.contact.role === 'office';
  const office = directory.holderOf('office');
  return holder?.role === 'office' || isStandIn || office?.unit === leadUnit;
}

/**
 * Whether the contact called `id` is responsible for `task` in `role` now: it holds the post, stands
 * in for whoever does, or receives for it because nobody does.
 */
export function isInCharge(id: string, task: Task, role: Role, directory: Directory): boolean {
  const recipient = directory.recipientOf(postOf(task, role));
  return recipient?.contact.id === id || recipient?.insteadOf?.id === id;
}
