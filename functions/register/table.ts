import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { DigestId, TaskId } from '../domain/base/ids.ts';
import { type Digest, digestId } from '../domain/messages/digest.ts';
import type { WakingRef } from '../flows/ports.ts';

/**
 * The keys of the one table. `park` and `wakeAt` are the keys of the sparse index `wake`: only a
 * record that must be looked at again carries `wakeAt`.
 */
export type Key = { readonly pk: string; readonly sk: string };

export const WAKE_INDEX = 'wake';

export const parkKey = (park: string): Key => ({ pk: 'parks', sk: `park#${park}` });

export const policyKey = (park: string, version: number): Key => ({
  pk: `park#${park}`,
  sk: `policy#${padded(version)}`,
});

export const directoryKey = (park: string): Key => ({ pk: `park#${park}`, sk: DIRECTORY });

/** The sort key of a park's directory, and the name of its log. */
export const DIRECTORY = 'directory';

/** Where each contact lay as a record of its own, before the directory was one. */
export const OLD_CONTACTS = 'contact#';

/** Where each plan lay, by year, before sources were records. */
export const OLD_PLANS = 'plan#';

export const taskKey = (park: string, id: TaskId): Key => ({
  pk: `park#${park}`,
  sk: `task#${id}`,
});

export const subscriptionKey = (park: string, channel: string, endpoint: string): Key => ({
  pk: `park#${park}`,
  sk: `subscription#${channel}#${endpoint}`,
});

export const watchKey = (park: string): Key => ({ pk: `park#${park}`, sk: 'watch' });

export const linkKey = (code: string): Key => ({ pk: `link#${code}`, sk: 'link' });

/** @param record - the id of a task, or the sort key of another record. */
export const changeKey = (park: string, record: string, version: number): Key => ({
  pk: `log#${park}#${record}`,
  sk: `v${padded(version)}`,
});

/** A record of a collection. The collection's name stays under its old attribute. */
export const collectionKey = (park: string, collection: string, id: string): Key => ({
  pk: `park#${park}`,
  sk: `${collection}#${id}`,
});

/** Digests lie by month, so that no partition grows without end. */
export const digestKey = (park: string, id: DigestId): Key => ({
  pk: `digest#${park}#${id.slice(0, 'YYYY-MM'.length)}`,
  sk: id,
});

export const keyOfDigest = (digest: Digest): Key => digestKey(digest.park, digestId(digest));

/** @yields the partitions that hold the digests of `park` from day `from` to day `to`. */
export function* digestPartitions(
  park: string,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Generator<string, void> {
  let month = from.toPlainYearMonth();
  while (Temporal.PlainYearMonth.compare(month, to.toPlainYearMonth()) <= 0) {
    yield `digest#${park}#${month.toString()}`;
    month = month.add({ months: 1 });
  }
}

/** What the record under `key` is, or undefined for one that never wakes. */
export function refOf({ pk, sk }: Key): WakingRef | undefined {
  if (pk.startsWith('digest#')) return { record: 'digest', id: DigestId.parse(sk) };
  if (sk.startsWith('task#')) return { record: 'task', id: TaskId.parse(sk.slice('task#'.length)) };
  if (sk.startsWith('policy#')) {
    return { record: 'policy', version: Number(sk.slice('policy#'.length)) };
  }
  return sk === 'watch' ? { record: 'watch' } : undefined;
}

/** The table as an embedded engine is asked to make it; on AWS the stack does. */
export const tableDefinition = (name: string): CreateTableCommandInput => ({
  TableName: name,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: ['pk', 'sk', 'park', 'wakeAt'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S',
  })),
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: WAKE_INDEX,
      KeySchema: [
        { AttributeName: 'park', KeyType: 'HASH' },
        { AttributeName: 'wakeAt', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
});

const padded = (version: number): string => String(version).padStart(6, '0');
