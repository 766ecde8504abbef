import type { Ports, SubscriptionBook } from '../flows/ports.ts';
import type { ItemStore } from './item-store.ts';
import { storedBooks } from './stored-books.ts';
import { storedLedger } from './stored-ledger.ts';
import { storedLinks } from './stored-links.ts';
import { storedRegister } from './stored-register.ts';
import { storedSubscriptions } from './stored-subscriptions.ts';

/** All that the flows keep in the one table. */
export type StoredPorts = Pick<Ports, 'register' | 'ledger' | 'links' | 'books'> & {
  readonly book: SubscriptionBook;
};

/** The ports over one table, whatever engine keeps it. */
export const storedPorts = (items: ItemStore): StoredPorts => ({
  register: storedRegister(items),
  ledger: storedLedger(items),
  links: storedLinks(items),
  books: storedBooks(items),
  book: storedSubscriptions(items),
});
