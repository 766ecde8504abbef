import { afterAll, beforeAll, describe } from 'vitest';
import { type EmbeddedDynamo, startDynamo } from '../support/embedded-dynamo.ts';
import { emptied } from '../support/tables.ts';
import { contract } from './contract.ts';

describe('in dynalite', () => {
  let engine: EmbeddedDynamo;
  beforeAll(async () => {
    engine = await startDynamo();
  });
  afterAll(() => engine.stop());

  contract(async () => {
    await emptied(engine.dynamo);
    return engine.items;
  });
});
