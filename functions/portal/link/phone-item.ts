import type { Lamp } from '../../domain/tasks/lamp.ts';
import { tellApart } from '../../flows/context/tell-apart.ts';
import type { LinkItem } from '../../flows/tasks/link-item.ts';
import type { Valid } from '../../flows/tasks/open-link.ts';
import { readRow } from '../../flows/views/board.ts';

/** An item of the link's message with its lamp. */
export type PhoneItem = LinkItem & { readonly lamp: Lamp };

/** Adds its lamp to each of `items`; its title tells it from the other tasks of the message. */
export async function phoneItems(
  { run, items: all }: Valid,
  items: readonly LinkItem[],
): Promise<readonly PhoneItem[]> {
  if (items.length === 0) return [];
  const apart = await tellApart(
    run,
    all.map(({ stored }) => stored.task),
  );
  return Promise.all(
    items.map(async (item) => {
      const { task, lamp } = await readRow(run, item.stored);
      return { ...item, stored: { ...item.stored, task: apart(task) }, lamp };
    }),
  );
}
