import { expect, it } from 'vitest';
import { DamagedRecord } from '../../functions/domain/base/faults.ts';
import type { Subscription } from '../../functions/domain/contacts/subscription.ts';
import type { ItemStore } from '../../functions/register/item-store.ts';
import { storedPorts } from '../../functions/register/stored-ports.ts';
import { at, contactsOf } from '../support/builders.ts';
import { contactId } from '../support/ids.ts';
import { putDirectory } from './directory-contract.ts';

const subscription: Subscription = {
  park: 'linxiang',
  channel: 'mail',
  endpoint: 'a@park.example',
  contacts: [contactId('a'), contactId('b')],
  arn: 'arn:aws-cn:sns:cn-north-1:000000000000:notices:1',
  state: 'pending',
  askedAt: at('2022-06-15 08:00'),
};

/** What must be known of the addresses that were subscribed to the topic. */
export function subscriptionsContract(empty: () => Promise<ItemStore>): void {
  it('knows of an address what was written last, beside the contacts of its park', async () => {
    const { book, register } = storedPorts(await empty());
    await putDirectory(register, contactsOf('安环局'));
    await book.put(subscription);
    await book.put({ ...subscription, state: 'confirmed' });
    const other = { ...subscription, endpoint: 'b@park.example' };
    await book.put(other);
    await book.put({ ...subscription, park: 'elsewhere' });

    expect(await book.all('linxiang')).toEqual([{ ...subscription, state: 'confirmed' }, other]);
    expect((await register.directory('linxiang')).value.contacts).toHaveLength(5);
  });

  it('shows an address that cannot be read in its place, and hides no other', async () => {
    const items = await empty();
    const { book } = storedPorts(items);
    await book.put(subscription);
    await items.put({ pk: 'park#linxiang', sk: 'subscription#mail#b@park.example', state: 'lost' });
    const [first, second] = await book.all('linxiang');
    expect(first).toMatchObject({ endpoint: 'a@park.example' });
    expect(second).toBeInstanceOf(DamagedRecord);
  });
}
