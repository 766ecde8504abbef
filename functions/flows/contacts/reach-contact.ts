import type { Contact } from '../../domain/contacts/contact.ts';
import { channelOf, snsAddress } from '../../domain/contacts/outlets.ts';
import { type Subscription, subscriptionOf } from '../../domain/contacts/subscription.ts';
import { type Subscribing, subscribeContacts } from './subscribe-contacts.ts';

/**
 * How a contact is reached now. relay: its channel needs no subscription; notSetUp: none of its
 * channels is set up here; full: the topic has no room for its address; taken: the topic has its
 * address for another park.
 */
export type Reach =
  | { readonly how: 'relay' | 'notSetUp' | 'full' | 'taken' }
  | { readonly how: 'subscribed'; readonly subscription: Subscription };

/**
 * Brings the topic's subscriptions to what the contacts of `park` say, `contact` asked again if it
 * refused.
 */
export async function reachContact(
  park: string,
  contact: Contact,
  subscribing: Subscribing,
): Promise<Reach> {
  const { id } = contact;
  const { subscriptions, full, taken } = await subscribeContacts(park, subscribing, new Set([id]));
  const isOf = ({ contacts }: { readonly contacts: readonly string[] }): boolean =>
    contacts.includes(id);
  if (full.some(isOf)) return { how: 'full' };
  if (taken.some(isOf)) return { how: 'taken' };
  const { outlets } = subscribing;
  const subscription = snsAddress(contact, outlets) && subscriptionOf(id, subscriptions);
  if (subscription) return { how: 'subscribed', subscription };
  return { how: channelOf(contact, outlets) === undefined ? 'notSetUp' : 'relay' };
}
