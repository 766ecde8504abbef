import { z } from 'zod';
import { Change } from '../domain/contacts/change.ts';
import type { WriteResult } from '../flows/ports.ts';
import { archive } from './change-log.ts';
import { type Condition, type ItemStore, type TableItem, versionIs } from './item-store.ts';
import { readItem, Version, written } from './items.ts';
import type { Key } from './table.ts';

/**
 * What is left in the place of a record that was taken back: where its versions and its history go on.
 * It wakes for nothing.
 */
const TakenBackItem = z.object({
  isTakenBack: z.literal(true),
  version: Version,
  lastChange: Change,
});

/** Whether a record was taken back, so that it reads as if it were not there. */
export const isTakenBack = (item: TableItem): boolean => item['isTakenBack'] === true;

/** The last change of a record, also of one that was taken back. */
export const lastChangeIn = (item: TableItem): Change =>
  readItem(z.object({ lastChange: Change }), item).lastChange;

/** Where a record lies, and its name in the log. */
type RecordAt = { readonly key: Key; readonly park: string; readonly record: string };

/** Takes a record back, if `condition` holds; the change that it carried is archived before. */
export async function takeBackItem(
  items: ItemStore,
  { key, park, record }: RecordAt,
  [carried, change]: readonly [carried: Change, last: Change],
  condition: Condition,
): Promise<WriteResult> {
  await archive(items, park, record, carried);
  const left = { isTakenBack: true as const, version: change.version, lastChange: change };
  return items.put(written(TakenBackItem, left, key), condition);
}

/** Puts a record where none is. One that was taken back goes on: `write` gets the version that comes next. */
export async function putNew(
  items: ItemStore,
  { key, park, record }: RecordAt,
  write: (version: number | undefined) => TableItem,
): Promise<WriteResult> {
  if ((await items.put(write(undefined), versionIs(0))) === 'written') return 'written';
  const item = await items.get(key);
  if (!item || !isTakenBack(item)) return 'lost';
  const { version, lastChange } = readItem(TakenBackItem, item);
  await archive(items, park, record, lastChange);
  return items.put(write(version + 1), versionIs(version));
}

/** A record with its last change, in the version that comes next where one is given. */
export const inVersion = <Record extends { readonly version: number; readonly lastChange: Change }>(
  record: Record,
  version = record.version,
): Record => ({ ...record, version, lastChange: { ...record.lastChange, version } });
