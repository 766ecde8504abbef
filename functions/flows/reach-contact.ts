import type { Contact } from '../domain/contact.ts';
import { addressOf } from '../domain/contact.ts';
import { type Subscription, subscriptionOf } from '../domain/subscription.ts';
import { type Subscribing, subscribeContacts } from './subscribe-contacts.ts';

/**
 * How a contact is reached now. relay: its channel needs no subscription; full: the topic has no
 * room for its address; taken: the topic has its address for another park.
 */
export type Reach =
  | { readonly how: 'relay' | 'full' | 'taken' }
  | { readonly how: 'subscribed'; readonly subscription: Subscription };

/**
 * Brings the topic's subscriptions to what the contacts of `park` say, `contact` asked anew if it
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
  const subscription = addressOf(contact) && subscriptionOf(id, subscriptions);
  return subscription ? { how: 'subscribed', subscription } : { how: 'relay' };
}

/** Why a contact was not subscribed, and what helps, in the words of who keeps the contacts. */
export const unreachedWords: Readonly<Record<'full' | 'taken', readonly [string, string]>> = {
  full: [
    '没有订上：一个 SNS 主题至多 200 个过滤策略，已经用完',
    '请改用 wecom 等渠道，或先移除不用的联系人',
  ],
  taken: ['没有订上：这个地址已在另一个园区登记', '请换一个地址'],
};
