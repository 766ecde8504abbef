import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DamagedRecord } from '../../functions/domain/faults.ts';
import { type EmbeddedDynamo, startDynamo } from '../../functions/local/embedded-dynamo.ts';
import { dynamoLedger } from '../../functions/register/dynamo-ledger.ts';
import { dynamoLinks } from '../../functions/register/dynamo-links.ts';
import { dynamoRegister } from '../../functions/register/dynamo-register.ts';
import { aStoredTask, aTask } from '../support/builders.ts';
import { memory } from '../support/memory.ts';
import { emptied } from '../support/tables.ts';
import { contract } from './contract.ts';

describe('in dynalite', () => {
  let dynamo: EmbeddedDynamo;
  beforeAll(async () => {
    dynamo = await startDynamo();
  });
  afterAll(() => dynamo.stop());

  contract(async () => {
    await emptied(dynamo.documents);
    return {
      register: dynamoRegister(dynamo.documents),
      ledger: dynamoLedger(dynamo.documents),
      links: dynamoLinks(dynamo.documents),
    };
  });

  it('names the key of a damaged task and goes on with the others', async () => {
    await emptied(dynamo.documents);
    const register = dynamoRegister(dynamo.documents);
    await register.create(aStoredTask({ task: aTask({ id: 'whole' }) }));
    const Item = {
      pk: 'park#linxiang',
      sk: 'task#broken',
      version: 1,
      task: { title: '缺了大半' },
    };
    const { client, table } = dynamo.documents;
    await client.send(new PutCommand({ TableName: table, Item }));

    const walked = await Array.fromAsync(register.tasks('linxiang'), (each) =>
      each instanceof DamagedRecord ? each.key : each.task.id,
    );

    expect(walked.toSorted()).toEqual(['park#linxiang / task#broken', 'whole']);
    await expect(register.task('linxiang', 'broken')).rejects.toThrow(
      'park#linxiang / task#broken',
    );
  });
});

describe('in memory', () => {
  contract(async () => memory());
});
