import type { Contact } from '../../domain/contacts/contact.ts';
import { contestedBy } from '../../domain/contacts/directory-record.ts';
import { unreachedContacts } from '../../flows/context/unreached.ts';
import { toldToday } from '../../flows/wake/told-today.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Portal } from '../http/portal.ts';
import { shown } from '../http/shown.ts';
import { namesOf } from '../ui/names.ts';
import { subscriptionsOf } from './contact-view.ts';
import { ContactsPage } from './contacts-page.tsx';
import { isKeeper } from './keeper.ts';

/** Returns the page of the directory. */
export async function showDirectory(context: Desk, portal: Portal): Promise<Response> {
  const { run } = context.var;
  const of = context.req.query('of');
  const told = of === undefined || !isKeeper(context) ? [] : await toldToday(run, of);
  const view = {
    frame: frameOf(context, portal),
    contacts: run.contacts,
    subscriptions: await subscriptionsOf(run, portal),
    outlets: portal.ports.outlets,
    unreached: await unreachedContacts(run),
    contestedOf: (contact: Contact) => contestedBy(contact, run.directory),
    history: await portal.ports.register.directoryHistory(run.park.id),
    postOf: namesOf(run, []).contact,
    removed: of === undefined ? null : { id: of, toldToday: told.length },
    isKeeper: isKeeper(context),
  };
  return shown(context, <ContactsPage {...view} />);
}
