import { z } from 'zod';
import { ContactId } from '../base/ids.ts';
import { Moment } from '../base/parsing.ts';
import { SNS_CHANNELS } from './contact.ts';

/**
 * pending: asked to confirm; confirmed: delivers; refused: not confirmed in time, or
 * unsubscribed; removed: no longer wanted.
 */
export const SubscriptionState = z.enum(['pending', 'confirmed', 'refused', 'removed']);
export type SubscriptionState = z.infer<typeof SubscriptionState>;

/** Subscription states in Chinese. */
export const subscriptionName: Readonly<Record<SubscriptionState, string>> = {
  pending: '待确认',
  confirmed: '已确认',
  refused: '未确认或已退订',
  removed: '已移除',
};

/** Last known state of an address. */
export const Subscription = z.object({
  park: z.string(),
  channel: z.enum(SNS_CHANNELS),
  endpoint: z.string(),
  /** Ids of the contacts in its filter policy, sorted. */
  contacts: z.array(ContactId).readonly(),
  arn: z.string(),
  state: SubscriptionState,
  /** When the confirmation request was sent. */
  askedAt: Moment,
});
export type Subscription = Readonly<z.infer<typeof Subscription>>;

/**
 * An address SNS delivers to. A topic has at most one subscription per address, shared by contacts.
 */
export type SnsAddress = Pick<Subscription, 'channel' | 'endpoint'>;

/**
 * Filter policies per topic
 * (https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html).
 */
export const MAX_FILTERS = 200;

/** The subscription that delivers to the contact with this id, if any. */
export const subscriptionOf = (
  id: ContactId,
  subscriptions: readonly Subscription[],
): Subscription | undefined =>
  subscriptions.find(({ contacts, state }) => state !== 'removed' && contacts.includes(id));

/** Name of an address, unique within a topic. */
export const addressName = ({ channel, endpoint }: SnsAddress): string => `${channel} ${endpoint}`;
