import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  paginateScan,
  type QueryCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { WriteResult } from '../flows/ports.ts';
import { conditionOf, updateOf } from './dynamo-expressions.ts';
import type { ItemStore, TableItem } from './item-store.ts';
import { type Key, WAKE_INDEX } from './table.ts';

/** The one table in DynamoDB, through its document client. */
export type DynamoTable = {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
};

/** The items of a table in DynamoDB. */
export function dynamoItems(dynamo: DynamoTable): ItemStore {
  const { client, table: TableName } = dynamo;
  return {
    get: async (key) => (isKey(key) ? get(dynamo, key) : undefined),
    put: (TableItem, condition = []) =>
      attempt(
        client.send(new PutCommand({ TableName, Item: TableItem, ...conditionOf(condition) })),
      ),
    update: (Key, attributes, condition) =>
      attempt(
        client.send(new UpdateCommand({ TableName, Key, ...updateOf(attributes, condition) })),
      ),
    under: (pk, prefix) =>
      query(dynamo, {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
        ConsistentRead: true,
      }),
    between: (pk, from, last) =>
      query(dynamo, {
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :last',
        ExpressionAttributeValues: { ':pk': pk, ':from': from, ':last': last },
        ConsistentRead: true,
      }),
    waking: (park, until) =>
      query(dynamo, {
        IndexName: WAKE_INDEX,
        KeyConditionExpression: 'park = :park AND wakeAt <= :until',
        ExpressionAttributeValues: { ':park': park, ':until': until },
      }) as AsyncIterable<Key & TableItem>,
    all: async function* all() {
      const pages = paginateScan({ client }, { TableName, ConsistentRead: true });
      for await (const { Items = [] } of pages) yield* Items;
    },
  };
}

/** Bytes that a key of a table has at most. */
const LONGEST = { pk: 2048, sk: 1024 };

/** Whether the engine takes `key`. Nothing can be stored under a key that it does not take. */
const isKey = ({ pk, sk }: Key): boolean =>
  Buffer.byteLength(pk) <= LONGEST.pk && Buffer.byteLength(sk) <= LONGEST.sk;

async function get({ client, table }: DynamoTable, Key: Key): Promise<TableItem | undefined> {
  const { Item: TableItem } = await client.send(
    new GetCommand({ TableName: table, Key, ConsistentRead: true }),
  );
  return TableItem;
}

async function* query(
  { client, table }: DynamoTable,
  input: Omit<QueryCommandInput, 'TableName'>,
): AsyncGenerator<TableItem, void> {
  for await (const page of paginateQuery({ client }, { TableName: table, ...input })) {
    yield* page.Items ?? [];
  }
}

/** The outcome of a conditional write: a condition that did not hold is an answer, not a fault. */
async function attempt(write: Promise<unknown>): Promise<WriteResult> {
  try {
    await write;
    return 'written';
  } catch (fault) {
    if (fault instanceof ConditionalCheckFailedException) return 'lost';
    throw fault;
  }
}
