import { ContactId } from '../base/ids.ts';
import type { Contact } from './contact.ts';
import { type Outlets, snsAddress } from './outlets.ts';
import {
  addressName,
  type SnsAddress,
  type Subscription,
  type SubscriptionState,
} from './subscription.ts';

/** An address to subscribe, and the contacts for which to do so. */
export type Wanted = SnsAddress & { readonly contacts: readonly ContactId[] };

/** An address as listed by the topic. */
export type Listed = SnsAddress & {
  /** Null until confirmed. */
  readonly arn: string | null;
};

/** One change to the topic. */
export type TopicChange =
  | { readonly act: 'subscribe'; readonly wanted: Wanted }
  | { readonly act: 'filter'; readonly to: Subscription }
  | { readonly act: 'unsubscribe'; readonly to: Subscription }
  /** Only records the state found. */
  | { readonly act: 'note'; readonly to: Subscription };

/** Filter of an address with no contacts left: matches no contact. */
const NOBODY: readonly ContactId[] = [ContactId.parse('-')];

/** Addresses of `contacts`. Contacts with the same address share a subscription. */
export function wantedOf(contacts: readonly Contact[], outlets: Outlets): readonly Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (const contact of contacts.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const address = snsAddress(contact, outlets);
    if (!address) continue;
    const others = wanted.get(addressName(address))?.contacts ?? [];
    wanted.set(addressName(address), { ...address, contacts: [...others, contact.id] });
  }
  return [...wanted.values()];
}

/**
 * Changes that bring the topic to the desired state. Idempotent; does not ask an address again
 * after it has refused.
 */
export function stepsTo(
  wanted: readonly Wanted[],
  known: readonly Subscription[],
  listed: readonly Listed[],
): readonly TopicChange[] {
  const wantedBy = byName(wanted);
  const listedBy = byName(listed);
  const active = byName(known.filter(({ state }) => state !== 'removed'));
  const fresh = wanted.filter((each) => !active.has(addressName(each)));
  return [
    ...[...active.values()].flatMap((each) => {
      const [want, found] = [wantedBy.get(addressName(each)), listedBy.get(addressName(each))];
      return (want ? stepFor(each, want, found) : stepFrom(each, found)) ?? [];
    }),
    ...fresh.map((each): TopicChange => ({ act: 'subscribe', wanted: each })),
  ];
}

function stepFor(known: Subscription, wanted: Wanted, listed?: Listed): TopicChange | undefined {
  return listed ? filtered(known, wanted.contacts, listed) : noted(known, 'refused');
}

/**
 * SNS cannot delete an unconfirmed subscription, so its filter is closed in case it is confirmed.
 */
function stepFrom(known: Subscription, listed?: Listed): TopicChange | undefined {
  if (!listed) return noted(known, 'removed');
  const { arn } = listed;
  if (arn === null) return filtered(known, NOBODY, listed);
  return { act: 'unsubscribe', to: { ...known, arn, state: 'removed' } };
}

function filtered(
  known: Subscription,
  contacts: readonly ContactId[],
  { arn }: Listed,
): TopicChange | undefined {
  const state = arn === null ? 'pending' : 'confirmed';
  const found = { ...known, arn: arn ?? known.arn };
  return contacts.join() === known.contacts.join()
    ? noted(found, state)
    : { act: 'filter', to: { ...found, contacts, state } };
}

const noted = (known: Subscription, state: SubscriptionState): TopicChange | undefined =>
  state === known.state ? undefined : { act: 'note', to: { ...known, state } };

const byName = <Each extends SnsAddress>(all: readonly Each[]): ReadonlyMap<string, Each> =>
  new Map(all.map((each) => [addressName(each), each]));
