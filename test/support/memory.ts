import { Temporal } from 'temporal-polyfill';
import type { Digest } from '../../functions/domain/messages/digest.ts';
import type { StoredTask, WakingRef } from '../../functions/flows/ports.ts';
import { openSqlite, type SqliteRow } from '../../functions/local/sqlite-file.ts';
import { sqliteItems } from '../../functions/local/sqlite-items.ts';
import type { ItemStore, TableItem } from '../../functions/register/item-store.ts';
import { DigestItem, readItem, TaskItem } from '../../functions/register/items.ts';
import { type StoredPorts, storedPorts } from '../../functions/register/stored-ports.ts';
import { type Key, refOf } from '../../functions/register/table.ts';
import { isTakenBack } from '../../functions/register/taken-back.ts';

/** The laptop's store in memory, with an index that can be made to lag as DynamoDB's may. */
export type Memory = StoredPorts & {
  readonly items: ItemStore;
  /** Lets the index catch up with everything written. */
  readonly catchUp: () => void;
  /** Every record that wakes, by its own item. */
  readonly waking: () => readonly Waking[];
  readonly digests: () => readonly Digest[];
  readonly stored: (id: string) => StoredTask | undefined;
};

type Waking = {
  readonly park: string;
  readonly ref: WakingRef;
  readonly wakeAt: Temporal.Instant;
};

/**
 * @param lag - writes that the index is behind: it shows what was before them, so that it misses
 *   what is new and repeats what was moved on.
 */
export function memory(lag = 0): Memory {
  const file = openSqlite();
  const { items, catchUp } = lagging(sqliteItems(file), lag);
  const found = (where: string): readonly TableItem[] =>
    file
      .all(`SELECT body FROM items WHERE ${where} ORDER BY pk, sk`)
      .map(({ body }): TableItem => JSON.parse(String(body)));
  return {
    ...storedPorts(items),
    items,
    catchUp,
    waking: () =>
      file.all('SELECT pk, sk, park, wakeAt FROM items WHERE wakeAt IS NOT NULL').flatMap(wakingOf),
    digests: () => found("pk LIKE 'digest#%'").map((item) => readItem(DigestItem, item)),
    stored: (id) =>
      found("sk LIKE 'task#%'")
        .filter(({ sk }) => sk === `task#${id}`)
        .filter((item) => !isTakenBack(item))
        .map((item) => readItem(TaskItem, item))[0],
  };
}

function wakingOf({ pk, sk, park, wakeAt }: SqliteRow): readonly Waking[] {
  const ref = refOf({ pk, sk } as Key);
  return ref ? [{ park: String(park), ref, wakeAt: Temporal.Instant.from(String(wakeAt)) }] : [];
}

/** `items` whose index is `lag` writes behind, until it is let catch up. */
function lagging(
  items: ItemStore,
  lag: number,
): { readonly items: ItemStore; readonly catchUp: () => void } {
  if (lag === 0) return { items, catchUp: () => undefined };
  const index = new Map<string, { readonly key: Key; readonly item: TableItem }>();
  const behind: (() => void)[] = [];
  const noted = async (key: Key): Promise<void> => {
    const item = await items.get(key);
    const name = JSON.stringify([key.pk, key.sk]);
    behind.push(() => {
      if (item?.['wakeAt'] === undefined) index.delete(name);
      else index.set(name, { key, item });
    });
    while (behind.length > lag) behind.shift()?.();
  };
  return {
    items: {
      ...items,
      put: async (item, condition) => {
        const result = await items.put(item, condition);
        if (result === 'written') await noted(item as TableItem & Key);
        return result;
      },
      update: async (key, attributes, condition) => {
        const result = await items.update(key, attributes, condition);
        if (result === 'written') await noted(key);
        return result;
      },
      waking: async function* waking(park, until) {
        for (const { key, item } of index.values()) {
          if (item['park'] === park && String(item['wakeAt']) <= until) yield key;
        }
      },
    },
    catchUp: () => behind.splice(0).forEach((apply) => apply()),
  };
}
