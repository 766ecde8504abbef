import type { Contact } from '../../domain/contacts/contact.ts';
import {
  channelNames,
  channelOf,
  type Outlets,
  snsAddress,
} from '../../domain/contacts/outlets.ts';
import {
  type Subscription,
  subscriptionName,
  subscriptionOf,
} from '../../domain/contacts/subscription.ts';

/** What is known of the topic's subscriptions; null where these pages cannot see them. */
export type Subscriptions = readonly Subscription[] | null;

/** How the address of `contact` stands at the topic, in words. */
export function subscriptionWords(
  contact: Contact,
  subscriptions: Subscriptions,
  outlets: Outlets,
): string {
  if (channelOf(contact, outlets) === undefined) return '渠道没有接通';
  if (!snsAddress(contact, outlets)) return '不用订阅';
  if (subscriptions === null) return '每晚核对';
  const mine = subscriptionOf(contact.id, subscriptions);
  return mine ? subscriptionName[mine.state] : '还没有订阅';
}

/** The channels by their names; a message goes out on the first that is set up. */
export const channelsOf = ({ channels }: Contact): string =>
  channels.length === 0 ? '—' : channelNames(channels);
