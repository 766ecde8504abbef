import { z } from 'zod';
import type { Contact } from './contact.ts';
import { ASK, channelOf, type Outlets, snsAddress } from './outlets.ts';
import { addressName, type Subscription } from './subscription.ts';

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
    (each) => addressName(each) === addressName(address) && each.contacts.includes(contact.id),
  );
  if (!mine || mine.state === 'removed') return 'missing';
  return mine.state === 'confirmed' ? null : mine.state;
}
