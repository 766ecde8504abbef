import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Documents } from '../../functions/register/documents.ts';
import { dynamoBooks } from '../../functions/register/dynamo-books.ts';
import { dynamoLedger } from '../../functions/register/dynamo-ledger.ts';
import { dynamoLinks } from '../../functions/register/dynamo-links.ts';
import { dynamoRegister } from '../../functions/register/dynamo-register.ts';
import { javaVersion, OLDEST_JAVA, startDynamoDbLocal } from '../support/dynamodb-local.ts';
import { emptied } from '../support/tables.ts';
import { booksContract } from './books-contract.ts';
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
  let documents: Documents;
  let stop: () => void;

  beforeAll(async () => {
    ({ documents, stop } = await startDynamoDbLocal());
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
