import type { Contact } from '../../domain/contacts/contact.ts';
import { channelOf, snsAddress } from '../../domain/contacts/outlets.ts';
import { type UnreachedWhy, whyUnreached } from '../../domain/contacts/unreached.ts';
import type { ParkContext } from './park-context.ts';

/** Why nothing that `contact` is told arrives now; null if it is reached. */
export async function unreachedNow(
  run: ParkContext,
  contact: Contact,
): Promise<UnreachedWhy | null> {
  const { outlets } = run.ports;
  const mayLack = !outlets.isInbox && snsAddress(contact, outlets) !== undefined;
  return whyUnreached(contact, outlets, mayLack ? await run.subscriptions() : []);
}

/** A contact that nothing reaches, and why. */
export type Unreached = { readonly contact: Contact; readonly why: UnreachedWhy };

/** Every contact that nothing reaches now. */
export async function unreachedContacts(run: ParkContext): Promise<readonly Unreached[]> {
  const unreached: Unreached[] = [];
  for (const contact of run.contacts) {
    const why = await unreachedNow(run, contact);
    if (why !== null) unreached.push({ contact, why });
  }
  return unreached;
}

/** The contacts that have no channel which is set up. */
export const withoutChannel = ({ contacts, ports }: ParkContext): readonly Contact[] =>
  contacts.filter((each) => channelOf(each, ports.outlets) === undefined);
