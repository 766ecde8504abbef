import { isReadable } from '../../functions/domain/base/faults.ts';
import { inChinese, problemsOf } from '../../functions/domain/base/parsing.ts';
import { BadInput } from '../../functions/domain/base/problems.ts';
import { type Contact, EnteredContact } from '../../functions/domain/contacts/contact.ts';
import { subscriptionOf } from '../../functions/domain/contacts/subscription.ts';
import { keepContact, removeContact } from '../../functions/flows/contacts/keep-contacts.ts';
import { subscribeContacts } from '../../functions/flows/contacts/subscribe-contacts.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import { ownerlessNow, tellOwnerless } from '../../functions/flows/wake/ownerless.ts';
import { sendAgain } from '../../functions/flows/wake/send-again.ts';
import { sendTestMessage } from '../../functions/flows/wake/send-test-message.ts';
import { toldToday } from '../../functions/flows/wake/told-today.ts';
import { localTime } from '../../functions/local/local-time.ts';
import type { Terminal } from '../command.ts';
import type { readOptions } from '../options.ts';
import type { ParkAccess } from '../park-access.ts';
import { badContact, contactLine, showSubscribed } from './contact-lines.ts';
import { keepUnit, listUnits, renameUnitByCommand, unitOptions } from './unit-verbs.ts';

/** Options that describe a contact, or what becomes of a unit. */
export const contactOptions = {
  unit: { type: 'string' },
  post: { type: 'string' },
  role: { type: 'string' },
  channels: { type: 'string' },
  mail: { type: 'string' },
  https: { type: 'string' },
  covers: { type: 'string' },
  'stand-in': { type: 'string' },
  confirm: { type: 'boolean' },
  why: { type: 'string' },
  ...unitOptions,
} as const;

type ContactOptions = ReturnType<typeof readOptions<typeof contactOptions>>;

/** The call of a verb; `id` is that of the contact, empty for verbs about all contacts. */
type ContactCall = {
  readonly id: string;
  readonly options: ContactOptions;
  readonly out: Terminal['out'];
};

/** The verbs of `ruqi contact`. */
export const contactVerbs: Readonly<
  Record<string, (access: ParkAccess, call: ContactCall) => Promise<void>>
> = {
  list: async (access, { out }) => {
    const subscriptions = (await access.ports.book.all(access.park)).filter(isReadable);
    for (const each of await contactsOf(access))
      out(contactLine(each, access.ports, subscriptionOf(each.id, subscriptions)));
  },
  add: async (access, { id, options, out }) => {
    const { park, ports } = access;
    const placing = { park, isTaking: options.confirm ?? false, why: options.why ?? '' };
    const { contact: kept, hasEndedLinks } = await keepContact(
      contactOf(id, options),
      placing,
      ports,
    );
    if (hasEndedLinks) await tellEnded(access, id, out);
    await tellLeft(access, options, out);
    await showSubscribed(access, kept, out);
  },
  invite: async (access, { id, out }) => {
    await showSubscribed(access, await known(access, id), out);
  },
  remove: async (access, { id, options, out }) => {
    await known(access, id);
    await removeContact(id, { park: access.park, why: options.why ?? '' }, access.ports);
    await subscribeContacts(access.park, access.ports);
    out(`已移除 ${id}。发给这个岗位的提醒从现在起转给接替的联系人，没有的转给园区办。`);
    await tellEnded(access, id, out);
    await tellLeft(access, options, out);
  },
  again: async ({ park, ports }, { id, out }) => {
    const reached = await sendAgain(await openContext(park, ports), { contact: id });
    for (const each of reached) out(`已再发给 ${each.post}（${each.id}），链接是新的。`);
  },
  history: async ({ park, ports }, { out }) => {
    for (const { at, by, via, what, from, to } of await ports.register.directoryHistory(park)) {
      const who = by === 'system' ? via : by;
      out([localTime(at), who, what, from, to].join('\t'));
    }
  },
  test: async (access, { id, out }) => {
    const contactNow = await known(access, id);
    await subscribeContacts(access.park, access.ports);
    const messageId = await sendTestMessage(
      await openContext(access.park, access.ports),
      contactNow,
    );
    out(`测试消息已交给 SNS，编号 ${messageId}。`);
  },
  units: listUnits,
  'rename-unit': renameUnitByCommand,
  'keep-unit': keepUnit,
};

/** Prints which units were left with open tasks and no owner, and tells the office in its next digest. */
async function tellLeft(
  { park, ports }: ParkAccess,
  { why = '' }: Pick<ContactOptions, 'why'>,
  out: Terminal['out'],
): Promise<void> {
  if (why.trim() === '') return;
  const run = await openContext(park, ports);
  const words = await ownerlessNow(run);
  if (words === undefined) return;
  await tellOwnerless(run);
  out(words);
}

/** Prints that the links of a contact were revoked, and how to send its messages of today again. */
async function tellEnded(
  { park, ports }: ParkAccess,
  id: string,
  out: Terminal['out'],
): Promise<void> {
  const { length } = await toldToday(await openContext(park, ports), id);
  const again = length > 0 ? `今天的提醒有 ${length} 份，可以再发：contact again ${id}` : '';
  out(`${id} 原有的链接已全部作废。${again}`);
}

/** The contact that the options describe. */
function contactOf(id: string, options: ContactOptions): Contact {
  const { unit, post, role, channels, covers, mail, https, 'stand-in': standIn } = options;
  const lists = { channels: channels?.split(','), covers: covers?.split(',') };
  const all = Object.entries({ id, unit, post, role, mail, https, standIn, ...lists });
  const given = Object.fromEntries(all.filter(([, value]) => value !== undefined));
  const parsed = EnteredContact.safeParse(given, { error: inChinese });
  if (parsed.success) return parsed.data;
  throw new BadInput(problemsOf(parsed.error, `联系人 ${id}`));
}

async function contactsOf({ park, ports }: ParkAccess): Promise<readonly Contact[]> {
  return (await ports.register.directory(park)).value.contacts;
}

async function known(access: ParkAccess, id: string): Promise<Contact> {
  const found = (await contactsOf(access)).find((each) => each.id === id);
  if (found) return found;
  throw badContact(id, '通讯录里没有这个编号', '请用 contact list 核对');
}
