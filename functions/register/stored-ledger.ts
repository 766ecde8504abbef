import type { Digest } from '../domain/messages/digest.ts';
import type { Ledger, Stored } from '../flows/ports.ts';
import { type ItemStore, type TableItem, versionIs } from './item-store.ts';
import { DigestItem, orDamaged, readItem, written } from './items.ts';
import { digestKey, digestPartitions, keyOfDigest } from './table.ts';

/** The ledger in the one table. */
export const storedLedger = (items: ItemStore): Ledger => ({
  read: async (park, id) => {
    const item = await items.get(digestKey(park, id));
    return item && storedOf(item);
  },
  write: (digest, seen) =>
    items.put(
      written(DigestItem, { ...digest, version: seen + 1 }, keyOfDigest(digest)),
      versionIs(seen),
    ),
  between: async function* between(park, from, to) {
    const last = to.add({ days: 1 }).toString();
    for (const pk of digestPartitions(park, from, to)) {
      for await (const item of items.between(pk, from.toString(), last)) {
        yield orDamaged(() => storedOf(item));
      }
    }
  },
});

function storedOf(item: TableItem): Stored<Digest> {
  const { version, ...value } = readItem(DigestItem, item);
  return { value, version };
}
