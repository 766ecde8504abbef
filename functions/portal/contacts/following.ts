import type { Contact } from '../../domain/contacts/contact.ts';
import { channelOf, snsAddress } from '../../domain/contacts/outlets.ts';
import { type Reach, reachContact } from '../../flows/contacts/reach-contact.ts';
import { subscribeContacts } from '../../flows/contacts/subscribe-contacts.ts';
import type { Portal } from '../http/portal.ts';

/** How a contact is reached; tonight: the nightly run sees to its subscription. */
export type FollowState = Reach['how'] | 'tonight';

/**
 * Lets the topic's subscriptions follow a contact that was just written down. That it was stays so
 * whatever the topic says: what cannot be done now, the nightly run does.
 */
export async function follow(park: string, contact: Contact, portal: Portal): Promise<FollowState> {
  const { ports, subscribing } = portal;
  if (!subscribing) return followedTonight(contact, ports);
  try {
    return (await reachContact(park, contact, { ...ports, ...subscribing })).how;
  } catch (fault) {
    portal.log.error('the topic did not follow a contact', { error: fault });
    return 'tonight';
  }
}

function followedTonight(contact: Contact, { outlets }: Portal['ports']): FollowState {
  if (snsAddress(contact, outlets)) return 'tonight';
  return channelOf(contact, outlets) === undefined ? 'notSetUp' : 'relay';
}

/** Brings the topic's subscriptions to what the contacts say and what their holders did, now or tonight. */
export async function followAll(park: string, portal: Portal): Promise<void> {
  const { ports, subscribing, log } = portal;
  if (!subscribing) return;
  try {
    await subscribeContacts(park, { ...ports, ...subscribing });
  } catch (fault) {
    log.error('the topic did not follow the contacts', { error: fault });
  }
}
