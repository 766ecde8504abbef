import { z } from 'zod';
import { ContactId } from '../base/ids.ts';
import { Moment } from '../base/parsing.ts';
import { type Contact, SNS_CHANNELS } from './contact.ts';
import { ASK, channelOf, type Outlets, snsAddress } from './outlets.ts';

/**
 * pending: asked to confirm; confirmed: delivers; refused: not confirmed in time, or
 * unsubscribed; removed: no longer wanted.
 */
const SubscriptionState = z.enum(['pending', 'confirmed', 'refused', 'removed']);
type SubscriptionState = z.infer<typeof SubscriptionState>;

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
type Address = Pick<Subscription, 'channel' | 'endpoint'>;

/** An address to subscribe, and the contacts for which to do so. */
export type Wanted = Address & { readonly contacts: readonly ContactId[] };

/** An address as listed by the topic. */
export type Listed = Address & {
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

/**
 * Filter policies per topic
 * (https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html).
 */
export const MAX_FILTERS = 200;

/** Filter of an address with no contacts left: matches no contact. */
const NOBODY: readonly ContactId[] = [ContactId.parse('-')];

/** The subscription that delivers to the contact with this id, if any. */
export const subscriptionOf = (
  id: ContactId,
  subscriptions: readonly Subscription[],
): Subscription | undefined =>
  subscriptions.find(({ contacts, state }) => state !== 'removed' && contacts.includes(id));

/**
 * Why a contact is unreachable. notSetUp: none of its channels is configured; missing: its address
 * has no subscription; pending, refused: its address is not confirmed, or unsubscribed; full: the
 * topic has no filter policies left; taken: another park uses the address.
 */
export const UnreachedWhy = z.enum(['notSetUp', 'missing', 'pending', 'refused', 'full', 'taken']);
export type UnreachedWhy = z.infer<typeof UnreachedWhy>;

/** Reasons in Chinese, for those who maintain the contacts. */
export const unreachedName: Readonly<Record<UnreachedWhy, string>> = {
  notSetUp: '渠道没有接通',
  missing: '地址还没有订阅',
  pending: '还没有确认订阅',
  refused: '没有按时确认订阅，或已退订',
  full: '没有订上，因为主题的订阅数已到上限',
  taken: '没有订上，因为地址已在另一个园区登记',
};

/** Remedy for each reason, in Chinese. */
export const unreachedRemedy: Readonly<Record<UnreachedWhy, string>> = {
  notSetUp: `请改选渠道；${ASK}`,
  missing: '请重新邀请，或等今晚核对',
  pending: '请提醒本人打开确认邮件里的链接',
  refused: '请核实地址后重新邀请',
  full: `请移除不用的联系人；${ASK}`,
  taken: '请换一个地址',
};

/** Why messages do not reach `contact`, according to `subscriptions`; null if they do. */
export function whyUnreached(
  contact: Contact,
  outlets: Outlets,
  subscriptions: readonly Subscription[],
): UnreachedWhy | null {
  if (channelOf(contact, outlets) === undefined) return 'notSetUp';
  const address = snsAddress(contact, outlets);
  if (outlets.isInbox || !address) return null;
  const mine = subscriptions.find(
    (each) => nameOf(each) === nameOf(address) && each.contacts.includes(contact.id),
  );
  if (!mine || mine.state === 'removed') return 'missing';
  return mine.state === 'confirmed' ? null : mine.state;
}

/** Addresses of `contacts`. Contacts with the same address share a subscription. */
export function wantedOf(contacts: readonly Contact[], outlets: Outlets): readonly Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (const contact of contacts.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const address = snsAddress(contact, outlets);
    if (!address) continue;
    const others = wanted.get(nameOf(address))?.contacts ?? [];
    wanted.set(nameOf(address), { ...address, contacts: [...others, contact.id] });
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
  const fresh = wanted.filter((each) => !active.has(nameOf(each)));
  return [
    ...[...active.values()].flatMap((each) => {
      const [want, found] = [wantedBy.get(nameOf(each)), listedBy.get(nameOf(each))];
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

const byName = <Each extends Address>(all: readonly Each[]): ReadonlyMap<string, Each> =>
  new Map(all.map((each) => [nameOf(each), each]));

const nameOf = ({ channel, endpoint }: Address): string => `${channel} ${endpoint}`;
