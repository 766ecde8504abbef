import { Temporal } from 'temporal-polyfill';
import type { ContactId } from '../../domain/base/ids.ts';
import { OFFICE } from '../../domain/contacts/contact.ts';
import { type Subscription, subscriptionOf } from '../../domain/contacts/subscription.ts';
import { type UnreachedWhy, whyUnreached } from '../../domain/contacts/unreached.ts';
import type { ParkNotice } from '../../domain/deadlines/park-notice.ts';
import { localDay, nextSendInstant } from '../../domain/policy/hours.ts';
import {
  type Subscribed,
  type Subscribing,
  subscribeContacts,
} from '../contacts/subscribe-contacts.ts';
import { eachPark } from '../context/each-park.ts';
import { endRun, type ParkContext } from '../context/park-context.ts';
import type { Ports } from '../ports.ts';
import { addNotice } from './add-notice.ts';

/** How long a contact may take to confirm before the office is notified of it; SNS itself waits 48 hours. */
const PATIENCE = Temporal.Duration.from({ hours: 20 });

/** What a nightly look at one park's subscriptions found. */
export type SubscribedPark = {
  readonly confirmed: number;
  readonly pending: number;
  readonly refused: number;
  /** Addresses that the topic has no room for, or has for another park. */
  readonly left: number;
};

/**
 * Brings every park's subscriptions to what its contacts' channels say, and tells the office in the
 * next morning's digest who cannot be reached.
 */
export const subscribeParks = (
  ports: Ports & Subscribing,
): Promise<ReadonlyMap<string, SubscribedPark>> =>
  eachPark(ports, async ({ id, open }) => {
    const run = await open();
    const subscribed = await subscribeContacts(id, ports);
    await tellOffice(run, subscribed);
    run.report.faults.push(...officeFaults(run, subscribed));
    const { subscriptions, full, taken } = subscribed;
    for (const { endpoint } of taken) {
      run.report.faults.push({ at: endpoint, fault: 'is subscribed for another park' });
    }
    endRun(run);
    const count = (state: Subscription['state']): number =>
      subscriptions.filter((each) => each.state === state).length;
    return {
      confirmed: count('confirmed'),
      pending: count('pending'),
      refused: count('refused'),
      left: full.length + taken.length,
    };
  });

/** The digest wakes with the office's own daily run, whose slot there is already. */
async function tellOffice(
  run: ParkContext,
  { subscriptions, full, taken }: Subscribed,
): Promise<void> {
  const wakeAt = nextSendInstant(run.now, run.rules);
  const day = localDay(wakeAt, run.rules);
  const notices = [
    ...subscriptions.flatMap((each) => unreached(each, run)),
    ...full.flatMap(({ contacts }) => contacts.map((contact) => noticeOf(contact, 'full'))),
    ...taken.flatMap(({ contacts }) => contacts.map((contact) => noticeOf(contact, 'taken'))),
  ];
  for (const notice of notices) await addNotice(run, notice, day, wakeAt);
}

function unreached(subscription: Subscription, run: ParkContext): readonly ParkNotice[] {
  const { state, contacts } = subscription;
  const isUnreached = state === 'refused' || (state === 'pending' && !isFresh(subscription, run));
  if (!isUnreached) return [];
  return contacts.map((contact) => noticeOf(contact, state));
}

const isFresh = ({ askedAt }: Subscription, { now }: ParkContext): boolean =>
  Temporal.Instant.compare(now, askedAt.add(PATIENCE)) < 0;

/** An office that nothing reaches cannot be told so: the operator learns it from an alarm. */
function officeFaults(
  run: ParkContext,
  { subscriptions }: Subscribed,
): ParkContext['report']['faults'] {
  const office = run.directory.recipientOf(OFFICE)?.contact;
  const why = office && whyUnreached(office, run.ports.outlets, subscriptions);
  if (!office || !why) return [];
  const asked = why === 'pending' ? subscriptionOf(office.id, subscriptions) : undefined;
  if (asked && isFresh(asked, run)) return [];
  return [{ at: office.id, fault: `nothing reaches the office: ${why}` }];
}

const noticeOf = (contact: ContactId, why: UnreachedWhy): ParkNotice => ({
  about: 'park',
  post: OFFICE,
  matter: 'unreached',
  of: `${contact} ${why}`,
  contact,
  why,
});
