import { Contact } from '../domain/contacts/contact.ts';
import { type ItemStore, type TableItem, versionIs } from './item-store.ts';
import { DIRECTORY, OLD_CONTACTS, parkKey } from './table.ts';

/**
 * @yields every item of a park as it lies in the table: settings, policies, posts, tasks with their history,
 * the ledger. It reads the whole table once, which an operator may do and no function does.
 */
export async function* itemsOfPark(
  items: Pick<ItemStore, 'all'>,
  park: string,
): AsyncGenerator<TableItem, void> {
  for await (const item of items.all()) if (isOfPark(item, park)) yield item;
}

/** Whether `item` is one of `park`: its partition says so, or it is the park's own line in the list. */
export function isOfPark({ pk, sk }: TableItem, park: string): boolean {
  const { pk: parks, sk: own } = parkKey(park);
  const [, ofPark, ...rest] = String(pk).split('#');
  if (pk === parks) return sk === own;
  return ofPark === park && (rest.length > 0 || pk === `park#${park}`);
}

/** The contacts that `item` holds, as a directory or as one that had a record of its own. */
export const contactsIn = (item: TableItem): readonly Contact[] =>
  entriesIn(item).flatMap((entry) => Contact.safeParse(entry).data ?? []);

function entriesIn({ sk, ...item }: TableItem): readonly unknown[] {
  const { contacts } = item;
  if (sk === DIRECTORY) return Array.isArray(contacts) ? contacts : [];
  return String(sk).startsWith(OLD_CONTACTS) ? [item] : [];
}

/**
 * Puts back an item. What is there already stays as it is, so that a restore can be made again and
 * never takes a park back in time.
 *
 * @returns whether it was put.
 */
export const putBack = async (items: ItemStore, item: TableItem): Promise<boolean> =>
  (await items.put(item, versionIs(0))) === 'written';
