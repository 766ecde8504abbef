import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import { type DynamoTable, dynamoItems } from '../../functions/register/dynamo-items.ts';
import type { ItemStore } from '../../functions/register/item-store.ts';
import { tableDefinition } from '../../functions/register/table.ts';

/** An embedded DynamoDB on the loopback address. */
export type EmbeddedDynamo = {
  readonly dynamo: DynamoTable;
  readonly items: ItemStore;
  readonly stop: () => Promise<void>;
};

const TABLE = 'ruqi';

/** The embedded engine checks neither, but its client must have them. */
const ANYONE = {
  region: 'local',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
} as const;

/** Starts DynamoDB in this process, in memory, with the one table in it. */
export async function startDynamo(): Promise<EmbeddedDynamo> {
  const server = dynalite({ createTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = new DynamoDBClient({
    ...ANYONE,
    endpoint: `http://127.0.0.1:${port}`,
    maxAttempts: 1,
  });
  const stop = async (): Promise<void> => {
    client.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  };
  try {
    await ensureTable(client);
  } catch (fault) {
    await stop();
    throw fault;
  }
  const dynamo = { client: DynamoDBDocumentClient.from(client), table: TABLE };
  return { dynamo, items: dynamoItems(dynamo), stop };
}

async function ensureTable(client: DynamoDBClient): Promise<void> {
  try {
    await client.send(new DescribeTableCommand({ TableName: TABLE }));
  } catch (fault) {
    if (!(fault instanceof ResourceNotFoundException)) throw fault;
    await client.send(new CreateTableCommand(tableDefinition(TABLE)));
  }
}
