import type { Contact } from '../../domain/contacts/contact.ts';
import { forbiddenInPark } from '../../domain/tasks/park-permissions.ts';
import type { KeptContact } from '../../flows/contacts/keep-contacts.ts';
import { toldToday } from '../../flows/wake/told-today.ts';
import { type Call, found } from '../api/operation.ts';
import { subscriptionsOf } from './contact-view.ts';
import { follow } from './following.ts';
import { printOf } from './form.ts';
import { contactBody } from './schemas.ts';

/** Whether `viewer` may change who is told things, and send to them. */
export const mayKeep = (viewer: Contact): boolean =>
  forbiddenInPark(viewer, 'keepContacts') === undefined;

/** Hash of a contact, as an `ETag`. */
export const markOf = (contact: Contact): string => `"${printOf(contact)}"`;

/** Lets the topic follow a contact that was written down, and returns it. */
export async function answerFollowed(
  call: Call,
  { contact, hasEndedLinks }: KeptContact,
): Promise<Response> {
  const { run, portal, context } = call;
  const followed = await follow(run.park.id, contact, portal);
  const body = {
    ...(await bodyOf(call, contact)),
    followed,
    linksEnded: hasEndedLinks,
    toldToday: (await toldToday(run, contact.id)).length,
  };
  return context.json(body, 200, { ETag: markOf(contact) });
}

/** A contact as the API shows it, with how its address stands. */
export const bodyOf = async (
  { run, portal }: Call,
  contact: Contact,
): Promise<ReturnType<typeof contactBody>> =>
  contactBody(contact, await subscriptionsOf(run, portal), run.ports.outlets);

/** @throws {HTTPException} 404 for a contact that is not there. */
export const contactFor = ({ run, part }: Call): Contact =>
  found(run.directory.contact(part('id')));
