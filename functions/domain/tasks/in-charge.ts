import type { PostId } from '../base/ids.ts';
import type { Role } from '../base/role.ts';
import { type Directory, OFFICE } from '../contacts/contact.ts';
import { supportingPosts } from './owned.ts';
import { postOf, type Task } from './task.ts';

/**
 * Whether the office is responsible for `task`: it holds or receives for the owner's post, or the
 * task belongs to its own unit.
 */
export function isOffices({ owner, leadUnit }: Task, directory: Directory): boolean {
  const holder = directory.holderOf(owner);
  const recipient = directory.recipientOf(owner);
  const isStandIn = recipient?.insteadOf !== null && recipient?.contact.role === 'office';
  const office = directory.holderOf(OFFICE);
  return holder?.role === 'office' || isStandIn || office?.unit === leadUnit;
}

/**
 * Whether the contact `id` is currently responsible for `task` in `role`: it holds the post, stands
 * in for the holder, or receives for a vacant post.
 */
export function isInCharge(id: string, task: Task, role: Role, directory: Directory): boolean {
  const recipient = directory.recipientOf(postOf(task, role));
  return recipient?.contact.id === id || recipient?.insteadOf?.id === id;
}

/** Whether the contact `id` currently receives for `post`, that of a supporting unit of `task`. */
export function isSupporting(id: string, task: Task, post: PostId, directory: Directory): boolean {
  if (!supportingPosts(task).includes(post)) return false;
  const recipient = directory.recipientOf(post);
  return recipient?.contact.id === id || recipient?.insteadOf?.id === id;
}
