import { oneLine } from '../../domain/base/one-line.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import {
  type KeptContact,
  keepContact,
  removeContact,
} from '../../flows/contacts/keep-contacts.ts';
import type { Keeping } from '../../flows/contacts/refuse-keeping.ts';
import { setStandIn } from '../../flows/contacts/stand-in.ts';
import { refreshed } from '../../flows/context/open-context.ts';
import { ownerlessNow, tellOwnerless } from '../../flows/wake/ownerless.ts';
import { sendTestMessage } from '../../flows/wake/send-test-message.ts';
import { type FieldFault, faultsOf } from '../http/forms.ts';
import type { Desk } from '../http/frame.ts';
import type { Portal } from '../http/portal.ts';
import { bookerOf } from '../http/posts.ts';
import type { ContactRefused } from './contact-props.ts';
import { follow, followAll } from './following.ts';
import { contactOf, printOf } from './form.ts';

/** The fields of a form about a contact. */
export type ContactFields = Readonly<Record<string, string>>;

/** A submitted form about `contact`. */
type Press = {
  readonly context: Desk;
  readonly portal: Portal;
  readonly contact: Contact;
  readonly fields: ContactFields;
};

/** The address to redirect to, or the faults of the form. */
type Done = string | readonly FieldFault[];

/** Carries out a form about a contact. */
export type ContactAct = (press: Press) => Promise<Done>;

/** What each form on the page of a contact does. */
export const contactActs: Readonly<Record<Exclude<ContactRefused['act'], 'again'>, ContactAct>> = {
  contact: async ({ context, portal, contact, fields }) => {
    const next = contactOf(fields, contact);
    if ('faults' in next) return next.faults;
    const keeping = { ...keepingOf(context, fields), isTaking: isTaking(fields) };
    const done = await keptAt(context, await keepContact(next, keeping, portal.ports), portal);
    return `${done}${await ownerlessAfter(context, fields)}`;
  },
  'stand-in': async ({ context, portal, contact, fields }) => {
    const standIn = fields['standIn'] === '' ? null : (fields['standIn'] ?? null);
    const keeping = keepingOf(context, fields);
    await setStandIn({ ...keeping, contact: contact.id, standIn }, portal.ports);
    return `${pathOf(contact)}?ok=${standIn === null ? 'back' : 'standIn'}`;
  },
  invitation: async ({ context, portal, contact }) => {
    const followed = await follow(context.var.run.park.id, contact, portal);
    const did = followed === 'subscribed' ? 'invited' : followed;
    return `${pathOf(contact)}?ok=${did}`;
  },
  test: async ({ context, portal, contact }) => {
    await followAll(context.var.run.park.id, portal);
    await sendTestMessage(context.var.run, contact);
    return `${pathOf(contact)}?ok=tested`;
  },
  removal: async ({ context, portal, contact, fields }) => {
    if (fields['sure'] !== 'on') return [{ field: 'sure', message: '请勾选“确认移除”' }];
    await removeContact(contact.id, keepingOf(context, fields), portal.ports);
    await followAll(context.var.run.park.id, portal);
    const left = await ownerlessAfter(context, fields);
    return `/settings/contacts?ok=removed&ok=linksEnded${left}&of=${contact.id}`;
  },
};

/** Adds the contact that the fields say. */
export async function addFromForm(
  context: Desk,
  portal: Portal,
  fields: ContactFields,
): Promise<Done> {
  const next = contactOf(fields, null);
  if ('faults' in next) return next.faults;
  if (context.var.run.directory.contact(next.id)) {
    return [{ field: 'id', message: '编号：已有这个编号，请换一个' }];
  }
  try {
    const keeping = { ...keepingOf(context, {}), isTaking: isTaking(fields) };
    return await keptAt(context, await keepContact(next, keeping, portal.ports), portal);
  } catch (fault) {
    return faultsOf(fault);
  }
}

async function keptAt(
  { var: { run } }: Desk,
  { contact, hasEndedLinks }: KeptContact,
  portal: Portal,
): Promise<string> {
  const followed = await follow(run.park.id, contact, portal);
  return `${pathOf(contact)}?ok=${followed}${hasEndedLinks ? '&ok=linksEnded' : ''}`;
}

/** Whether the form says that the contact takes over the posts that others have. */
const isTaking = ({ confirm }: ContactFields): boolean => confirm === 'yes';

/** The address of the page of a contact. */
export const pathOf = ({ id }: Contact): string => `/settings/contacts/${id}`;

/** Refuses the change unless the form was rendered from the current contact. */
const keepingOf = (context: Desk, { print = '', why = '' }: ContactFields): Required<Keeping> => ({
  park: context.var.run.park.id,
  ...bookerOf(context),
  isAsSeen: (now) => printOf(now) === print,
  why: oneLine(why),
});

/** What the page says of tasks that were left without an owner; the office's next digest tells it, too. */
async function ownerlessAfter(
  { var: { run } }: Desk,
  { why = '' }: ContactFields,
): Promise<string> {
  if (oneLine(why) === '') return '';
  const now = await refreshed(run);
  if ((await ownerlessNow(now)) === undefined) return '';
  await tellOwnerless(now);
  return '&ok=ownerless';
}
