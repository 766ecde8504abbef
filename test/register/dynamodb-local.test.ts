import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DynamoTable, dynamoItems } from '../../functions/register/dynamo-items.ts';
import { javaVersion, OLDEST_JAVA, startDynamoDbLocal } from '../support/dynamodb-local.ts';
import { emptied } from '../support/tables.ts';
import { contract } from './contract.ts';

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
  let dynamo: DynamoTable;
  let stop: () => void;

  beforeAll(async () => {
    ({ dynamo, stop } = await startDynamoDbLocal());
  }, 60_000);
  afterAll(() => stop());

  contract(async () => {
    await emptied(dynamo);
    return dynamoItems(dynamo);
  });
});
