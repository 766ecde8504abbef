import { z } from 'zod';
import { type ContactId, PostId } from '../base/ids.ts';
import { own } from '../base/own.ts';
import { Label, OneLine } from '../base/parsing.ts';
import { Role } from '../base/role.ts';
import type { UnitMove } from './unit-move.ts';
import { type UnitNames, unitNamesOf } from './unit-names.ts';

/** Delivery channel of a contact. Each message is sent on one channel. */
export const Channel = z.enum(['mail', 'https', 'wecom', 'dingtalk', 'feishu', 'smtp']);
export type Channel = z.infer<typeof Channel>;

/** Channels in Chinese. */
export const channelName: Readonly<Record<Channel, string>> = {
  mail: '邮件',
  https: 'HTTPS 接口',
  wecom: '企业微信',
  dingtalk: '钉钉',
  feishu: '飞书',
  smtp: '邮件（SMTP 中继）',
};

/** Channels for which SNS delivers to the contact's address directly. */
export const SNS_CHANNELS = ['mail', 'https'] as const;
export type SnsChannel = (typeof SNS_CHANNELS)[number];

/** A post that receives notices; never a person. */
export const Contact = z
  .object({
    /** ASCII id, `anhuan-owner`. */
    id: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, '联系人编号只能用小写字母、数字和短横线，至多 40 个')
      .brand<'ContactId'>(),
    unit: Label,
    /** Title of the post, as shown in messages. */
    post: Label,
    role: Role,
    /** Units this contact covers in its role; defaults to its own unit. */
    covers: z.array(Label).exactOptional(),
    /** In order of preference; empty if no channel is set up yet. */
    channels: z.array(Channel),
    /** Address for the channel `mail`. */
    mail: z.email('不是邮箱地址').max(254).exactOptional(),
    /** Endpoint for the channel `https`; receives SNS messages. */
    https: z
      .url({ protocol: /^https$/, hostname: z.regexes.domain, error: '不是 https:// 开头的网址' })
      .max(500)
      .exactOptional(),
    /** Id of the contact that receives messages instead. */
    standIn: OneLine.brand<'ContactId'>().exactOptional(),
  })
  .refine(({ id, role }) => !isRole(id) || id === role, {
    path: ['id'],
    error: '岗位名不能用作另一个岗位的编号，请换一个编号',
  })
  .superRefine(({ channels, ...addresses }, context) => {
    for (const channel of SNS_CHANNELS) {
      if (!channels.includes(channel) || addresses[channel] !== undefined) continue;
      const message = `渠道里有 ${channel}，须给出它的地址`;
      context.addIssue({ code: 'custom', path: [channel], message });
    }
  });
export type Contact = z.infer<typeof Contact>;

/** A contact as entered by a user. */
export const EnteredContact = Contact.refine(({ channels }) => channels.length > 0, {
  path: ['channels'],
  error: '至少要有一个渠道',
});

/** Roles that each unit has; the others exist once in the park. */
export const UNIT_ROLES = ['owner', 'unitHead', 'responsibleLeader'] as const satisfies Role[];
const OF_A_UNIT: ReadonlySet<Role> = new Set(UNIT_ROLES);

/** The post of `role` for tasks of `unit`. */
export const postFor = (role: Role, unit: string): PostId =>
  PostId.parse(OF_A_UNIT.has(role) ? `${role}@${unit}` : role);

/** The post of the office. */
export const OFFICE = PostId.parse('office');

/** The post that refers to the contact with this id. */
export const contactPost = (id: ContactId): PostId => PostId.parse(id);

/** The post that refers to `contact` alone, however many units it covers. */
export const ownPost = ({ id, role }: Pick<Contact, 'id' | 'role'>): PostId =>
  OF_A_UNIT.has(role) ? contactPost(id) : PostId.parse(role);

/** The receiver for a post, and why it is not the post's own contact. */
export type Recipient = {
  readonly contact: Contact;
  /** The contact whose stand-in receives; null if there is no stand-in. */
  readonly insteadOf: Contact | null;
  /** Whether the post is vacant, so that the office receives. */
  readonly isVacant: boolean;
};

/** Contacts of the park by post. */
export type Directory = {
  /** Current receiver for `post`; undefined only if the park has no office contact. */
  readonly recipientOf: (post: PostId) => Recipient | undefined;
  /** The contact with this id; what was done may also name no contact: the system, or one that is gone. */
  readonly contact: (id: string) => Contact | undefined;
  /** Contacts for which the contact with this id currently stands in. */
  readonly standsInFor: (id: string) => readonly Contact[];
  /** The contact that holds `post`. */
  readonly holderOf: (post: PostId) => Contact | undefined;
  /** Whether a contact holds `post`. */
  readonly holds: (post: PostId) => boolean;
  /** How often the links of the contact with this id were invalidated. */
  readonly linkEpochOf: (id: ContactId) => number;
} & UnitNames;

/** Directory data other than the contacts. */
type Beside = {
  /** Assigned holder (contact id) of each post that several contacts claim. */
  readonly holders: Readonly<Record<string, string>>;
  readonly linkEpochs: Readonly<Record<string, number>>;
  readonly unitMoves: readonly UnitMove[];
};

const nothingBeside: Beside = { holders: {}, linkEpochs: {}, unitMoves: [] };

/**
 * Builds the directory of `contacts`. If several contacts claim a post and no holder is assigned,
 * the first by id holds it.
 */
export function directoryOf(
  contacts: readonly Contact[],
  { holders, linkEpochs, unitMoves }: Beside = nothingBeside,
): Directory {
  const byPost = new Map<PostId, Contact>();
  for (const contact of contacts.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const post of postsOf(contact)) {
      if (!byPost.has(post) || own(holders, post) === contact.id) byPost.set(post, contact);
    }
  }
  const byId = new Map<string, Contact>(contacts.map((contact) => [contact.id, contact]));
  const names = unitNamesOf(unitMoves);
  const holderOf = (post: PostId): Contact | undefined =>
    byPost.get(post) ?? byPost.get(names.postNow(post));
  return {
    ...names,
    recipientOf,
    contact: (id) => byId.get(id),
    standsInFor: (id) => contacts.filter(({ standIn }) => standIn === id),
    holderOf,
    holds: (post) => holderOf(post) !== undefined,
    linkEpochOf: (id) => own(linkEpochs, id) ?? 0,
  };

  function recipientOf(post: PostId): Recipient | undefined {
    const holder = holderOf(post);
    const contact = holder ?? byPost.get(OFFICE);
    if (!contact) return undefined;
    const standIn = contact.standIn === undefined ? undefined : byId.get(contact.standIn);
    return {
      contact: standIn ?? contact,
      insteadOf: standIn ? contact : null,
      isVacant: holder === undefined,
    };
  }
}

/** All posts that `contact` claims. */
export const postsOf = (contact: Contact): readonly PostId[] => [
  contactPost(contact.id),
  ...(contact.covers ?? [contact.unit]).map((unit) => postFor(contact.role, unit)),
];

/** Whether `post` refers to one contact by id. */
export const isContactId = (post: PostId): boolean => !post.includes('@') && !isRole(post);

/** Park-wide roles are reserved: a contact cannot use one as its id. */
const isRole = (text: string): boolean => Role.safeParse(text).success;
