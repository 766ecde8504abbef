import type { Subscription } from '../../functions/domain/contacts/subscription.ts';
import type { Listed, Wanted } from '../../functions/domain/contacts/topic-changes.ts';
import type { Subscribers, SubscriptionStore } from '../../functions/flows/ports.ts';

/** A topic in memory: what it was asked, and what its holders did. */
export type FakeTopic = {
  readonly subscribers: Subscribers;
  readonly book: SubscriptionStore;
  readonly calls: string[];
  readonly listed: Map<string, Listed>;
  readonly others: { count: number; taken: string };
};

export function fakeTopic(): FakeTopic {
  const calls: string[] = [];
  const listed = new Map<string, Listed>();
  const book = new Map<string, Subscription>();
  const others = { count: 0, taken: '' };
  const subscribers: Subscribers = {
    list: async () => ({ listed: [...listed.values()], total: listed.size + others.count }),
    subscribe: async (_park, { channel, endpoint, contacts }: Wanted) => {
      calls.push(`subscribe ${endpoint} ${contacts.join()}`);
      if (endpoint === others.taken) return undefined;
      listed.set(endpoint, { channel, endpoint, arn: null });
      return endpoint;
    },
    filter: async (_park, arn, { contacts }) => void calls.push(`filter ${arn} ${contacts.join()}`),
    unsubscribe: async (arn) => {
      calls.push(`unsubscribe ${arn}`);
      listed.delete(arn);
    },
  };
  return {
    subscribers,
    book: {
      all: async () => [...book.values()],
      put: async (each) => void book.set(each.endpoint, each),
    },
    calls,
    listed,
    others,
  };
}
