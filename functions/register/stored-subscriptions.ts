import { Subscription } from '../domain/contacts/subscription.ts';
import type { SubscriptionStore } from '../flows/ports.ts';
import type { ItemStore } from './item-store.ts';
import { orDamaged, readItem, written } from './items.ts';
import { subscriptionKey } from './table.ts';

/** What is known of subscriptions, in the one table. Nothing is deleted: it proves who could be reached. */
export const storedSubscriptions = (items: ItemStore): SubscriptionStore => ({
  all: async (park) => {
    const found = items.under(`park#${park}`, 'subscription#');
    return Array.fromAsync(found, (item) => orDamaged(() => readItem(Subscription, item)));
  },
  put: async (subscription) => {
    const { park, channel, endpoint } = subscription;
    const key = subscriptionKey(park, channel, endpoint);
    await items.put(written(Subscription, subscription, key));
  },
});
