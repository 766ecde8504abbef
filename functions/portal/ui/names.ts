import { PostId } from '../../domain/base/ids.ts';
import { isContactId } from '../../domain/contacts/contact.ts';
import type { TaskRow } from '../../domain/papers/board.ts';
import { fullTitle } from '../../domain/tasks/node.ts';
import type { ParkContext } from '../../flows/context/park-context.ts';

/** Finds the name of a contact or a task; what is gone keeps its id. */
export type NameFinder = (id: string) => string;

/** Both kinds of names. */
export type AllNames = { readonly contact: NameFinder; readonly task: NameFinder };

/** The names of the park's posts, and of the tasks among `rows`. */
export function namesOf(
  { directory }: ParkContext,
  rows: readonly Pick<TaskRow, 'task'>[],
): AllNames {
  const titles = new Map<string, string>(rows.map(({ task }) => [task.id, fullTitle(task)]));
  return {
    contact: (id) => directory.contact(id)?.post ?? receiverOf(id) ?? id,
    task: (id) => titles.get(id) ?? id,
  };

  /** Only for a post: what a contact did that is gone since was not done by who receives now. */
  function receiverOf(id: string): string | undefined {
    const post = PostId.parse(id);
    return isContactId(post) ? undefined : directory.recipientOf(post)?.contact.post;
  }
}
