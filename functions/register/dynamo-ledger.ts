import type { Digest } from '../domain/digest.ts';
import type { Ledger, Stored } from '../flows/ports.ts';
import { DigestItem } from './digest-item.ts';
import { type Documents, get, type Item, put, queryAll, versionIs } from './documents.ts';
import { orDamaged, read, written } from './items.ts';
import { digestKey, digestPartitions, keyOfDigest } from './table.ts';

/** The ledger in the one table. */
export const dynamoLedger = (documents: Documents): Ledger => ({
  read: async (park, id) => {
    const item = await get(documents, digestKey(park, id));
    return item && storedOf(item);
  },
  write: (digest, seen) =>
    put(
      documents,
      written(DigestItem, { ...digest, version: seen + 1 }, keyOfDigest(digest)),
      versionIs(seen),
    ),
  between: async function* between(park, from, to) {
    const last = to.add({ days: 1 }).toString();
    for (const pk of digestPartitions(park, from, to)) {
      const query = {
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :last',
        ExpressionAttributeValues: { ':pk': pk, ':from': from.toString(), ':last': last },
        ConsistentRead: true,
      };
      for await (const item of queryAll(documents, query)) yield orDamaged(() => storedOf(item));
    }
  },
});

function storedOf(item: Item): Stored<Digest> {
  const { version, ...value } = read(DigestItem, item);
  return { value, version };
}
