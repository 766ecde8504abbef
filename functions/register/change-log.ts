import { Change } from '../domain/contacts/change.ts';
import type { ItemStore } from './item-store.ts';
import { readItem, written } from './items.ts';
import { changeKey } from './table.ts';

/**
 * Writes a change under the log of the record that carries it, before another one takes its place:
 * again it changes nothing.
 *
 * @param record - the id of a task, or the sort key of another record.
 */
export async function archive(
  items: ItemStore,
  park: string,
  record: string,
  change: Change,
): Promise<void> {
  await items.put(written(Change, change, changeKey(park, record, change.version)));
}

/** Every change of a record that carries `last`, oldest first; a log that is ahead of it is no matter. */
export async function historyOf(
  items: ItemStore,
  park: string,
  record: string,
  last: Change | undefined,
): Promise<readonly Change[]> {
  const log = items.under(`log#${park}#${record}`, 'v');
  const archived = await Array.fromAsync(log, (item) => readItem(Change, item));
  const before = archived.filter(({ version }) => version !== last?.version);
  return last ? [...before, last] : before;
}
