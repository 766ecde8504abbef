import { BadInput } from '../../functions/domain/base/problems.ts';
import { roleName } from '../../functions/domain/base/role.ts';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { channelOf } from '../../functions/domain/contacts/outlets.ts';
import {
  type Subscription,
  subscriptionName,
} from '../../functions/domain/contacts/subscription.ts';
import { unreachedName, unreachedRemedy } from '../../functions/domain/contacts/unreached.ts';
import { type Reach, reachContact } from '../../functions/flows/contacts/reach-contact.ts';
import type { Terminal } from '../command.ts';
import type { ParkAccess } from '../park-access.ts';

/**
 * Synchronizes the subscriptions, invites `contactNow` again if it declined, and prints its state.
 *
 * @throws {BadInput} if the contact cannot be subscribed.
 */
export async function showSubscribed(
  { park, ports }: ParkAccess,
  contactNow: Contact,
  out: Terminal['out'],
): Promise<Reach> {
  const reach = await reachContact(park, contactNow, ports);
  if (reach.how === 'full' || reach.how === 'taken') {
    throw badContact(contactNow.id, unreachedName[reach.how], unreachedRemedy[reach.how]);
  }
  const subscription = reach.how === 'subscribed' ? reach.subscription : undefined;
  out(contactLine(contactNow, ports, subscription));
  return reach;
}

/** One line about a contact and its subscription `mine`. */
export function contactLine(
  each: Contact,
  { outlets }: ParkAccess['ports'],
  mine?: Subscription,
): string {
  const { id, post, role, channels } = each;
  const isReachable = channelOf(each, outlets) !== undefined;
  const state = mine ? [mine.endpoint, subscriptionName[mine.state]] : [];
  const how = isReachable ? state : [unreachedName.notSetUp];
  return [id, post, roleName[role], channels.join(','), ...how].join('\t');
}

/** The error about the contact with `id`. */
export const badContact = (id: string, message: string, remedy: string): BadInput =>
  new BadInput([{ place: `联系人 ${id}`, message, remedy }]);
