import { z } from 'zod';
import { Remark } from '../../domain/base/parsing.ts';
import { Contact, EnteredContact } from '../../domain/contacts/contact.ts';
import { channelOf, type Outlets, snsAddress } from '../../domain/contacts/outlets.ts';
import { subscriptionOf } from '../../domain/contacts/subscription.ts';
import type { Subscriptions } from './words.ts';

const leavingWords = '使在办工作没有责任人的，须写明原因，否则不收；随后告知园区办';

/** Why open tasks are left without an owner. */
export const LeavingQuery = z.object({ why: Remark.optional().describe(leavingWords) });

/** The whole of a contact, as it is to be. */
export const ContactWish = EnteredContact.safeExtend({
  confirm: z
    .boolean()
    .optional()
    .describe('岗位已由别人担任时须为 true：由这个联系人接替，原联系人不再收到这些岗位的提醒'),
  why: Remark.optional().describe(leavingWords),
});

export const OneContact = z.object({
  contact: Contact,
  subscription: z
    .enum(['none', 'notSetUp', 'missing', 'pending', 'confirmed', 'refused', 'unknown'])
    .describe(
      'none：渠道不用订阅；notSetUp：渠道没有接通，送不到；missing：还没有订阅；unknown：由夜间任务核对',
    ),
});

export const Contacts = z.object({ contacts: z.array(OneContact) });

export const FollowedBody = OneContact.extend({
  followed: z
    .enum(['relay', 'notSetUp', 'subscribed', 'tonight', 'full', 'taken'])
    .describe(
      'notSetUp：渠道没有接通；full：主题的 200 个订阅已满；taken：地址在另一个园区；tonight：今晚订阅',
    ),
  linksEnded: z.boolean().describe('地址、单位或身份变了，它原有的链接已全部作废'),
  toldToday: z.int().describe('今天发给它的提醒份数，可用 sendAgain 再发一次'),
});

export const StandInWish = z.object({
  standIn: z.string().nullable().describe('代收人的编号；null 是自己接收'),
});

export const Removed = z.object({
  removed: z.string(),
  vacated: z.array(z.string()).describe('因此缺岗、提醒转给园区办的在办事项'),
  toldToday: z.int().describe('今天发给它的提醒份数，可用 sendAgain 再发给现在的接收人'),
});

export const SentAgain = z.object({
  sentTo: z.array(z.string()).describe('收到的联系人，各一条，链接是新的'),
});

export const Sent = z.object({ messageId: z.string() });

/** A contact as the API shows it. */
export function contactBody(
  contact: Contact,
  subscriptions: Subscriptions,
  outlets: Outlets,
): z.infer<typeof OneContact> {
  if (channelOf(contact, outlets) === undefined) return { contact, subscription: 'notSetUp' };
  if (!snsAddress(contact, outlets)) return { contact, subscription: 'none' };
  if (subscriptions === null) return { contact, subscription: 'unknown' };
  const mine = subscriptionOf(contact.id, subscriptions);
  return { contact, subscription: mine && mine.state !== 'removed' ? mine.state : 'missing' };
}
