import { z } from 'zod';
import type { ContactId } from '../base/ids.ts';
import { own } from '../base/own.ts';
import { Label, Line } from '../base/parsing.ts';
import { Role } from '../base/role.ts';

/** How a contact is reached. One channel carries one message. */
export const Channel = z.enum(['mail', 'https', 'wecom', 'dingtalk', 'feishu', 'smtp']);
export type Channel = z.infer<typeof Channel>;

/** The channels as people call them. */
export const channelName: Readonly<Record<Channel, string>> = {
  mail: '邮件',
  https: 'HTTPS 接口',
  wecom: '企业微信',
  dingtalk: '钉钉',
  feishu: '飞书',
  smtp: '邮件（SMTP 中继）',
};

/** Channels on which SNS itself delivers to the contact's own address. */
export const SNS_CHANNELS = ['mail', 'https'] as const;
export type SnsChannel = (typeof SNS_CHANNELS)[number];

/** A post that is told things; never a person. */
export const Contact = z
  .object({
    /** Readable ASCII, `anhuan-owner`. */
    id: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, '联系人编号只能用小写字母、数字和短横线，至多 40 个')
      .brand<'ContactId'>(),
    unit: Label,
    /** The post's title, as messages name it. */
    post: Label,
    role: Role,
    /** Units that a unit's role is held for; by default the contact's own. */
    covers: z.array(Label).exactOptional(),
    /** In order of preference; none in a post that nobody has said how to reach. */
    channels: z.array(Channel),
    /** The address of the channel `mail`. */
    mail: z.email('不是邮箱地址').max(254).exactOptional(),
    /** The endpoint of the channel `https`, which takes the messages of SNS. */
    https: z
      .url({ protocol: /^https$/, hostname: z.regexes.domain, error: '不是 https:// 开头的网址' })
      .max(500)
      .exactOptional(),
    /** Id of the contact who receives instead, while it is set. */
    standIn: Line.brand<'ContactId'>().exactOptional(),
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

/** A contact as somebody enters it. */
export const EnteredContact = Contact.refine(({ channels }) => channels.length > 0, {
  path: ['channels'],
  error: '至少要有一个渠道',
});

/**
 * A post as tasks and notices name it: `role@unit`, a role of the whole park (`office`),
 * or the id of one contact. Who holds it is looked up when a message goes out.
 */
export type Post = string;

/** Roles that each unit has its own of; the others the park has once. */
const OF_A_UNIT: ReadonlySet<Role> = new Set(['owner', 'unitHead', 'responsibleLeader']);

/** The post that `role` is for matters of `unit`. */
export const postFor = (role: Role, unit: string): Post =>
  OF_A_UNIT.has(role) ? `${role}@${unit}` : role;

/** The post by which `contact` alone is meant, for however many units it holds its role. */
export const ownPost = ({ id, role }: Pick<Contact, 'id' | 'role'>): Post =>
  OF_A_UNIT.has(role) ? id : role;

/** Who receives what is meant for a post, and why it is not the post's own contact. */
export type Recipient = {
  readonly contact: Contact;
  /** Set when the contact stands in for another. */
  readonly insteadOf: Contact | null;
  /** Whether the post has no contact, so that the office receives. */
  readonly isVacant: boolean;
};

/** The park's contacts by post. */
export type Directory = {
  /** Who receives for `post` now; undefined only where the park has no office either. */
  readonly recipientOf: (post: Post) => Recipient | undefined;
  /** The contact with this id; what was done may also name no contact: the system, or one that is gone. */
  readonly contact: (id: string) => Contact | undefined;
  /** For whom the contact with this id stands in now. */
  readonly standsInFor: (id: string) => readonly Contact[];
  /** The contact that `post` has of its own. */
  readonly holderOf: (post: Post) => Contact | undefined;
  /** Whether `post` has a contact of its own. */
  readonly holds: (post: Post) => boolean;
  /** How often the links of the contact with this id were ended. */
  readonly linkEpochOf: (id: ContactId) => number;
};

/** What a directory knows beside its contacts. */
type Beside = {
  /** Ids of those who have a post that several claim, as the office said. */
  readonly holders: Readonly<Record<Post, string>>;
  readonly linkEpochs: Readonly<Record<string, number>>;
};

const nothingBeside: Beside = { holders: {}, linkEpochs: {} };

/** The directory of `contacts`. Where several claim a post and nobody said who has it, the first by id. */
export function directoryOf(
  contacts: readonly Contact[],
  { holders, linkEpochs }: Beside = nothingBeside,
): Directory {
  const byPost = new Map<Post, Contact>();
  for (const contact of contacts.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const post of postsOf(contact)) {
      if (!byPost.has(post) || own(holders, post) === contact.id) byPost.set(post, contact);
    }
  }
  const byId = new Map<string, Contact>(contacts.map((contact) => [contact.id, contact]));
  return {
    recipientOf,
    contact: (id) => byId.get(id),
    standsInFor: (id) => contacts.filter(({ standIn }) => standIn === id),
    holderOf: (post) => byPost.get(post),
    holds: (post) => byPost.has(post),
    linkEpochOf: (id) => own(linkEpochs, id) ?? 0,
  };

  function recipientOf(post: Post): Recipient | undefined {
    const holder = byPost.get(post);
    const contact = holder ?? byPost.get('office');
    if (!contact) return undefined;
    const standIn = contact.standIn === undefined ? undefined : byId.get(contact.standIn);
    return {
      contact: standIn ?? contact,
      insteadOf: standIn ? contact : null,
      isVacant: holder === undefined,
    };
  }
}

/** Every post that `contact` claims. */
export const postsOf = (contact: Contact): readonly Post[] => [
  contact.id,
  ...(contact.covers ?? [contact.unit]).map((unit) => postFor(contact.role, unit)),
];

/** Whether `post` means one contact alone, whoever else holds its role. */
export const isContactId = (post: Post): boolean => !post.includes('@') && !isRole(post);

/** A role of the whole park is a post by its own name, which no other contact may take as its id. */
const isRole = (text: string): boolean => Role.safeParse(text).success;
