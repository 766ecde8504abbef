import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DamagedRecord } from '../../functions/domain/faults.ts';
import { type EmbeddedDynamo, startDynamo } from '../../functions/local/embedded-dynamo.ts';
import { storedPorts } from '../../functions/register/stored-ports.ts';
import { aStoredTask, aTask } from '../support/builders.ts';
import { aTarget } from '../support/figures.ts';
import { memory } from '../support/memory.ts';
import { emptied } from '../support/tables.ts';
import { booksContract } from './books-contract.ts';
import { contract } from './contract.ts';

describe('in dynalite', () => {
  let engine: EmbeddedDynamo;
  beforeAll(async () => {
    engine = await startDynamo();
  });
  afterAll(() => engine.stop());

  const fresh = async () => {
    await emptied(engine.dynamo);
    return storedPorts(engine.items);
  };
  contract(fresh);
  booksContract(fresh);

  it('names the key of a damaged task and goes on with the others', async () => {
    await emptied(engine.dynamo);
    const { register } = storedPorts(engine.items);
    await register.create(aStoredTask({ task: aTask({ id: 'whole' }) }));
    const Item = {
      pk: 'park#linxiang',
      sk: 'task#broken',
      version: 1,
      task: { title: '缺了大半' },
    };
    const { client, table } = engine.dynamo;
    await client.send(new PutCommand({ TableName: table, Item }));

    const walked = await Array.fromAsync(register.tasks('linxiang'), (each) =>
      each instanceof DamagedRecord ? each.key : each.task.id,
    );

    expect(walked.toSorted()).toEqual(['park#linxiang / task#broken', 'whole']);
    await expect(register.task('linxiang', 'broken')).rejects.toThrow(
      'park#linxiang / task#broken',
    );
  });

  it('shows a damaged record of the books in its place', async () => {
    await emptied(engine.dynamo);
    const { targets } = storedPorts(engine.items).books;
    const { lastChange } = aStoredTask();
    await targets.put(undefined, { value: aTarget(), version: 1, lastChange });
    const Item = { pk: 'park#linxiang', sk: 'target#broken', version: 1, value: { goal: '多' } };
    const { client, table } = engine.dynamo;
    await client.send(new PutCommand({ TableName: table, Item }));

    const all = await targets.all('linxiang');

    expect(all.map((each) => (each instanceof DamagedRecord ? each.key : each.value.id))).toEqual([
      'park#linxiang / target#broken',
      'p22-001',
    ]);
    await expect(targets.find('linxiang', 'broken')).rejects.toThrow(DamagedRecord);
  });
});

describe('in memory', () => {
  contract(async () => memory());
  booksContract(async () => memory());
});
