import { z } from 'zod';
import { Moment } from '../domain/base/parsing.ts';
import type { SubscriptionBook } from '../flows/ports.ts';
import type { ItemStore } from './item-store.ts';
import { orDamaged, read, written } from './items.ts';
import { subscriptionKey } from './table.ts';

const SubscriptionItem = z.object({
  park: z.string(),
  channel: z.enum(['mail', 'https']),
  endpoint: z.string(),
  contacts: z.array(z.string()).readonly(),
  arn: z.string(),
  state: z.enum(['pending', 'confirmed', 'refused', 'removed']),
  askedAt: Moment,
});

/** What is known of subscriptions, in the one table. Nothing is deleted: it proves who could be reached. */
export const storedSubscriptions = (items: ItemStore): SubscriptionBook => ({
  all: async (park) => {
    const found = items.under(`park#${park}`, 'subscription#');
    return Array.fromAsync(found, (item) => orDamaged(() => read(SubscriptionItem, item)));
  },
  put: async (subscription) => {
    const { park, channel, endpoint } = subscription;
    const key = subscriptionKey(park, channel, endpoint);
    await items.put(written(SubscriptionItem, subscription, key));
  },
});
