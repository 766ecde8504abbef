import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DamagedRecord } from '../../functions/domain/faults.ts';
import type { Subscription } from '../../functions/domain/subscription.ts';
import { type EmbeddedDynamo, startDynamo } from '../../functions/local/embedded-dynamo.ts';
import { dynamoRegister } from '../../functions/register/dynamo-register.ts';
import { dynamoSubscriptions } from '../../functions/register/dynamo-subscriptions.ts';
import { at, contactsOf } from '../support/builders.ts';

let dynamo: EmbeddedDynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const subscription: Subscription = {
  park: 'linxiang',
  channel: 'mail',
  endpoint: 'a@park.example',
  contacts: ['a', 'b'],
  arn: 'arn:aws-cn:sns:cn-north-1:000000000000:notices:1',
  state: 'pending',
  askedAt: at('2022-06-15 08:00'),
};

it('what is known of an address is what was written last, beside the contacts of its park', async () => {
  const book = dynamoSubscriptions(dynamo.documents);
  const register = dynamoRegister(dynamo.documents);
  await register.putContacts('linxiang', contactsOf('安环局'));
  await book.put(subscription);
  await book.put({ ...subscription, state: 'confirmed' });
  const other = { ...subscription, endpoint: 'b@park.example' };
  await book.put(other);
  await book.put({ ...subscription, park: 'elsewhere' });

  expect(await book.all('linxiang')).toEqual([{ ...subscription, state: 'confirmed' }, other]);
  expect(await register.contacts('linxiang')).toHaveLength(5);
});

it('an address that cannot be read stands in its place and hides no other', async () => {
  const book = dynamoSubscriptions(dynamo.documents);
  const { client, table } = dynamo.documents;
  await book.put({ ...subscription, park: 'damaged' });
  const damaged = { pk: 'park#damaged', sk: 'subscription#mail#b@park.example', state: 'lost' };
  await client.send(new PutCommand({ TableName: table, Item: damaged }));
  const [first, second] = await book.all('damaged');
  expect(first).toMatchObject({ endpoint: 'a@park.example' });
  expect(second).toBeInstanceOf(DamagedRecord);
});
