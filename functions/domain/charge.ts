import type { Directory } from './contact.ts';
import type { Role } from './role.ts';
import { postOf, type Task } from './task.ts';

/**
 * Whether the contact called `id` is responsible for `task` in `role` now: it holds the post, stands
 * in for whoever does, or receives for it because nobody does.
 */
export function isInCharge(id: string, task: Task, role: Role, directory: Directory): boolean {
  const recipient = directory.recipientOf(postOf(task, role));
  return recipient?.contact.id === id || recipient?.insteadOf?.id === id;
}
