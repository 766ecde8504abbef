import { isReadable } from '../../domain/base/faults.ts';
import { MAX_FILTERS, type Subscription } from '../../domain/contacts/subscription.ts';
import {
  stepsTo,
  type TopicChange,
  type Wanted,
  wantedOf,
} from '../../domain/contacts/topic-changes.ts';
import type { Ports, Subscribers } from '../ports.ts';

export type Subscribing = Pick<Ports, 'register' | 'book' | 'outlets' | 'now'> & {
  readonly subscribers: Subscribers;
};

/** How a park's addresses stand. */
export type Subscribed = {
  readonly subscriptions: readonly Subscription[];
  /** Addresses that the topic has no room for. */
  readonly full: readonly Wanted[];
  /** Addresses that the topic has for another park, which may not be notified of this one. */
  readonly taken: readonly Wanted[];
};

/**
 * Brings the topic's subscriptions of `park` to what its contacts' channels say. Idempotent: what
 * was cut short is finished by the next call. A subscription that cannot be read is made again.
 *
 * @param again - ids of contacts that are asked again although they refused.
 */
export async function subscribeContacts(
  park: string,
  subscribing: Subscribing,
  again: ReadonlySet<string> = new Set(),
): Promise<Subscribed> {
  const { register, subscribers, book, outlets } = subscribing;
  const { contacts } = (await register.directory(park)).value;
  const known = (await book.all(park)).filter(isReadable);
  const { listed, total } = await subscribers.list();
  const isAgain = ({ state, contacts: ids }: Subscription): boolean =>
    state === 'refused' && ids.some((id) => again.has(id));
  const steps = stepsTo(
    wantedOf(contacts, outlets),
    known.filter((each) => !isAgain(each)),
    listed,
  );
  const room = { left: MAX_FILTERS - total, full: [] as Wanted[], taken: [] as Wanted[] };
  for (const step of steps) await take(park, step, subscribing, room);
  const subscriptions = (await book.all(park)).filter(isReadable);
  return { subscriptions, full: room.full, taken: room.taken };
}

type Room = { left: number; readonly full: Wanted[]; readonly taken: Wanted[] };

async function take(
  park: string,
  step: TopicChange,
  { subscribers, book, now }: Subscribing,
  room: Room,
): Promise<void> {
  if (step.act !== 'subscribe') {
    if (step.act === 'filter') await subscribers.filter(park, step.to.arn, step.to);
    if (step.act === 'unsubscribe') await subscribers.unsubscribe(step.to.arn);
    return book.put(step.to);
  }
  const { wanted } = step;
  if (room.left <= 0) {
    room.full.push(wanted);
    return;
  }
  const arn = await subscribers.subscribe(park, wanted);
  if (arn === undefined) {
    room.taken.push(wanted);
    return;
  }
  room.left -= 1;
  await book.put({ ...wanted, park, arn, state: 'pending', askedAt: now() });
}
