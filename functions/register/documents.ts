import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { WriteResult } from '../flows/ports.ts';
import type { Key } from './table.ts';

/** An item with whatever attributes it has. */
export type Item = Record<string, unknown>;

/** The condition of a write, in DynamoDB's own words. */
export type Condition = {
  readonly expression: string;
  readonly values?: Record<string, unknown>;
};

/** The one table, through its document client. */
export type Documents = {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
};

/** The item under `key`, read consistently. */
export async function get({ client, table }: Documents, key: Key): Promise<Item | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: table, Key: key, ConsistentRead: true }),
  );
  return Item;
}

/** Puts `item`, if `condition` holds. */
export function put(
  { client, table }: Documents,
  item: Item,
  condition?: Condition,
): Promise<WriteResult> {
  return attempt(
    client.send(
      new PutCommand({
        TableName: table,
        Item: item,
        ...(condition && { ConditionExpression: condition.expression }),
        ...(condition?.values && { ExpressionAttributeValues: condition.values }),
      }),
    ),
  );
}

/** Deletes the item under `key`, if there is one. */
export async function remove({ client, table }: Documents, key: Key): Promise<void> {
  await client.send(new DeleteCommand({ TableName: table, Key: key }));
}

/** The outcome of a conditional write: a condition that did not hold is an answer, not a fault. */
export async function attempt(write: Promise<unknown>): Promise<WriteResult> {
  try {
    await write;
    return 'written';
  } catch (fault) {
    if (fault instanceof ConditionalCheckFailedException) return 'lost';
    throw fault;
  }
}

/** @yields every item that `query` finds, page by page. */
export async function* queryAll(
  { client, table }: Documents,
  query: Omit<QueryCommandInput, 'TableName'>,
): AsyncGenerator<Item, void> {
  for await (const page of paginateQuery({ client }, { TableName: table, ...query })) {
    yield* page.Items ?? [];
  }
}

/** The condition that an item still has version `seen`; 0 stands for no item. */
export const versionIs = (seen: number): Condition =>
  seen === 0
    ? { expression: 'attribute_not_exists(pk)' }
    : { expression: 'version = :seen', values: { ':seen': seen } };

/** A query for the items of partition `pk` whose sort key begins with `prefix`, read consistently. */
export const under = (pk: string, prefix: string): Omit<QueryCommandInput, 'TableName'> => ({
  KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
  ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
  ConsistentRead: true,
});
