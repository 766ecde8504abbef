import type { Ports, SubscriptionStore } from '../flows/ports.ts';
import type { ItemStore } from './item-store.ts';
import { storedBooks } from './stored-collections.ts';
import { storedLedger } from './stored-ledger.ts';
import { storedLinks } from './stored-links.ts';
import { storedRegister } from './stored-register.ts';
import { storedSubscriptions } from './stored-subscriptions.ts';

/** All that the flows keep in the one table. */
export type StoredPorts = Pick<Ports, 'register' | 'ledger' | 'links' | 'collections'> & {
  readonly book: SubscriptionStore;
};

/** The ports over one table, whatever engine keeps it. */
export const storedPorts = (items: ItemStore): StoredPorts => ({
  register: storedRegister(items),
  ledger: storedLedger(items),
  links: storedLinks(items),
  collections: storedBooks(items),
  book: storedSubscriptions(items),
});
