import { Hono } from 'hono';
import type { Contact } from '../../domain/contacts/contact.ts';
import { type Contested, contestedBy } from '../../domain/contacts/directory-record.ts';
import { forbiddenInPark, maySeeSettings } from '../../domain/tasks/permissions.ts';
import {
  type Keeping,
  type KeptContact,
  keepContact,
  removeContact,
} from '../../flows/contacts/keep-contacts.ts';
import { setStandIn } from '../../flows/contacts/stand-in.ts';
import { unreachedContacts, unreachedNow } from '../../flows/context/unreached.ts';
import { sendAgain, toldToday } from '../../flows/wake/send-again.ts';
import { sendTestMessage } from '../../flows/wake/send-test-message.ts';
import { type FieldFault, faultsOf, textFields } from '../http/forms.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { bookerOf } from '../http/posts.ts';
import { shown } from '../http/shown.ts';
import { namesOf } from '../ui/names.ts';
import { ContactPage, type ContactRefused } from './contact-page.tsx';
import { subscriptionsOf, vacatedTasks } from './contact-view.ts';
import { ContactsPage } from './contacts-page.tsx';
import { follow, followAll } from './following.ts';
import { contactOf, printOf } from './form.ts';
import { NewContactPage } from './new-contact-page.tsx';

type Fields = Readonly<Record<string, string>>;

/** Who is told and how they are reached: seen by those who see the settings, kept by the office. */
export function contactPages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (context, next) => {
    const { viewer } = context.var;
    const may = context.req.method === 'GET' ? maySeeSettings(viewer) : isKeeper(context);
    return may ? next() : context.notFound();
  });
  const { outlets } = portal.needs;
  app.get('/contacts', (context) => list(context, portal));
  app.get('/new-contact', (context) => {
    if (!isKeeper(context)) return context.notFound();
    const view = { frame: frameOf(context, portal), outlets, contested: [], notTaken: null };
    return shown(context, <NewContactPage {...view} />);
  });
  app.post('/contacts', async (context) => {
    const fields = await textFields(context);
    const done = await added(context, portal, fields);
    if (typeof done === 'string') return context.redirect(done, 303);
    const contested = contestedIn(context, fields, null);
    const view = {
      frame: frameOf(context, portal),
      outlets,
      contested,
      notTaken: { fields, faults: done },
    };
    return shown(context, <NewContactPage {...view} />, 400);
  });
  app.post('/contacts/:id/again', (context) => again(context, portal));
  app.get('/contacts/:id', (context) => answer(context, portal, null));
  for (const [act, work] of Object.entries(acts) as [keyof typeof acts, Work][]) {
    app.post(act === 'contact' ? '/contacts/:id' : `/contacts/:id/${act}`, async (context) => {
      const contact = contactFor(context);
      if (!contact) return context.notFound();
      const fields = await textFields(context);
      const done = await work({ context, portal, contact, fields }).catch(faultsOf);
      if (typeof done === 'string') return context.redirect(done, 303);
      return answer(context, portal, { act, fields, faults: done });
    });
  }
  return app;
}

const isKeeper = ({ var: { viewer } }: Desk): boolean =>
  forbiddenInPark(viewer, 'keepContacts') === undefined;

const contactFor = (context: Desk): Contact | undefined =>
  context.var.run.directory.contact(context.req.param('id') ?? '');

/** One press on a form about `contact`. */
type Press = {
  readonly context: Desk;
  readonly portal: Portal;
  readonly contact: Contact;
  readonly fields: Fields;
};

/** Where a press leads to, or all that stands against it. */
type Done = string | readonly FieldFault[];

type Work = (press: Press) => Promise<Done>;

const acts: Readonly<Record<Exclude<ContactRefused['act'], 'again'>, Work>> = {
  contact: async ({ context, portal, contact, fields }) => {
    const next = contactOf(fields, contact);
    if ('faults' in next) return next.faults;
    const keeping = { ...keepingOf(context, fields), isTaking: isTaking(fields) };
    return keptAt(context, await keepContact(next, keeping, portal.needs), portal);
  },
  'stand-in': async ({ context, portal, contact, fields }) => {
    const standIn = fields['standIn'] === '' ? null : (fields['standIn'] ?? null);
    const keeping = keepingOf(context, fields);
    await setStandIn({ ...keeping, contact: contact.id, standIn }, portal.needs);
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
    await removeContact(contact.id, keepingOf(context, fields), portal.needs);
    await followAll(context.var.run.park.id, portal);
    return `/settings/contacts?ok=removed&ok=linksEnded&of=${contact.id}`;
  },
};

/** Adds the contact that the fields say. */
async function added(context: Desk, portal: Portal, fields: Fields): Promise<Done> {
  const next = contactOf(fields, null);
  if ('faults' in next) return next.faults;
  if (context.var.run.directory.contact(next.id)) {
    return [{ field: 'id', message: '编号：已有这个编号，请换一个' }];
  }
  try {
    const keeping = { ...keepingOf(context, {}), isTaking: isTaking(fields) };
    return await keptAt(context, await keepContact(next, keeping, portal.needs), portal);
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
const isTaking = ({ confirm }: Fields): boolean => confirm === 'yes';

const pathOf = ({ id }: Contact): string => `/settings/contacts/${id}`;

/** The form's own sight of the contact must still be how it is. */
const keepingOf = (context: Desk, { print = '' }: Fields): Required<Keeping> => ({
  park: context.var.run.park.id,
  ...bookerOf(context),
  isAsSeen: (now) => printOf(now) === print,
});

async function answer(
  context: Desk,
  portal: Portal,
  refused: ContactRefused | null,
): Promise<Response> {
  const contact = contactFor(context);
  if (!contact) return context.notFound();
  const { run } = context.var;
  const view = {
    frame: frameOf(context, portal),
    contact,
    subscriptions: await subscriptionsOf(run, portal),
    outlets: portal.needs.outlets,
    why: await unreachedNow(run, contact),
    others: run.contacts.filter(({ id }) => id !== contact.id),
    vacated: isKeeper(context) ? await vacatedTasks(run, contact.id) : [],
    contested: contestedIn(context, refused?.act === 'contact' ? refused.fields : {}, contact),
    toldToday: isKeeper(context) ? (await toldToday(run, contact.id)).length : 0,
    print: printOf(contact),
    isKeeper: isKeeper(context),
    refused,
  };
  return shown(context, <ContactPage {...view} />, refused ? 400 : 200);
}

/**
 * The posts that others have of those that `contact` claims: as it is kept or, where a form was refused,
 * as the form says it.
 */
function contestedIn(
  { var: { run } }: Desk,
  fields: Fields,
  contact: Contact | null,
): readonly Contested[] {
  const said = 'unit' in fields ? contactOf(fields, contact) : (contact ?? { faults: [] });
  return 'faults' in said ? [] : contestedBy(said, run.directory);
}

async function list(context: Desk, portal: Portal): Promise<Response> {
  const { run } = context.var;
  const of = context.req.query('of');
  const told = of === undefined || !isKeeper(context) ? [] : await toldToday(run, of);
  const view = {
    frame: frameOf(context, portal),
    contacts: run.contacts,
    subscriptions: await subscriptionsOf(run, portal),
    outlets: portal.needs.outlets,
    unreached: await unreachedContacts(run),
    contestedOf: (contact: Contact) => contestedBy(contact, run.directory),
    history: await portal.needs.register.directoryHistory(run.park.id),
    postOf: namesOf(run, []).contact,
    removed: of === undefined ? null : { id: of, toldToday: told.length },
    isKeeper: isKeeper(context),
  };
  return shown(context, <ContactsPage {...view} />);
}

/** Sends again what a contact was told today, also of one that is gone. */
async function again(context: Desk, portal: Portal): Promise<Response> {
  const { run, viewer } = context.var;
  const id = context.req.param('id') ?? '';
  const contact = contactFor(context);
  try {
    await sendAgain(run, { by: viewer.id, contact: id });
  } catch (fault) {
    if (!contact) throw fault;
    return answer(context, portal, { act: 'again', fields: {}, faults: faultsOf(fault) });
  }
  return context.redirect(`${contact ? pathOf(contact) : '/settings/contacts'}?ok=again`, 303);
}
