import { Hono } from 'hono';
import type { Contact } from '../domain/contact.ts';
import { forbiddenInPark, maySeeSettings } from '../domain/permissions.ts';
import { type Keeping, keepContact, removeContact } from '../flows/keep-contacts.ts';
import { sendTestMessage, untakenWords } from '../flows/send-test-message.ts';
import { setStandIn } from '../flows/stand-in.ts';
import { contactOf, printOf } from './contact-form.ts';
import { subscriptionsOf, vacatedTasks } from './contact-view.ts';
import { follow, followRemoval } from './following.ts';
import { type FieldFault, faultsOf, textFields } from './forms.ts';
import { type Desk, frameOf } from './frame.ts';
import { ContactPage, type ContactRefused, NewContactPage } from './pages/contact.tsx';
import { ContactsPage } from './pages/contacts.tsx';
import type { Env, Portal } from './portal.ts';
import { shown } from './shown.ts';

type Fields = Readonly<Record<string, string>>;

/** Who is told and how they are reached: seen by those who see the settings, kept by the office. */
export function contactPages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (context, next) => {
    const { viewer } = context.var;
    const may = context.req.method === 'GET' ? maySeeSettings(viewer) : isKeeper(context);
    return may ? next() : context.notFound();
  });
  app.get('/contacts', async (context) => {
    const view = {
      frame: frameOf(context, portal),
      contacts: context.var.run.contacts,
      subscriptions: await subscriptionsOf(context.var.run, portal),
      isKeeper: isKeeper(context),
    };
    return shown(context, <ContactsPage {...view} />);
  });
  app.get('/new-contact', (context) => {
    if (!isKeeper(context)) return context.notFound();
    return shown(context, <NewContactPage frame={frameOf(context, portal)} notTaken={null} />);
  });
  app.post('/contacts', async (context) => {
    const fields = await textFields(context);
    const done = await added(context, portal, fields);
    if (typeof done === 'string') return context.redirect(done, 303);
    const view = { frame: frameOf(context, portal), notTaken: { fields, faults: done } };
    return shown(context, <NewContactPage {...view} />, 400);
  });
  app.get('/contacts/:id', (context) => answer(context, portal, null));
  for (const [act, work] of Object.entries(acts) as [ContactRefused['act'], Work][]) {
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

const acts: Readonly<Record<ContactRefused['act'], Work>> = {
  contact: async ({ context, portal, contact, fields }) => {
    const next = contactOf(fields, contact);
    if ('faults' in next) return next.faults;
    await keepContact(next, keepingOf(context, fields), portal.needs);
    return keptAt(context, next, portal);
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
    const outcome = await sendTestMessage(context.var.run.park.id, contact, portal.needs);
    if (outcome.result === 'accepted') return `${pathOf(contact)}?ok=tested`;
    return [{ field: '', message: `${untakenWords(outcome).join('。')}。` }];
  },
  removal: async ({ context, portal, contact, fields }) => {
    if (fields['sure'] !== 'on') return [{ field: 'sure', message: '请勾选“确认移除”' }];
    await removeContact(contact.id, keepingOf(context, fields), portal.needs);
    await followRemoval(context.var.run.park.id, portal);
    return '/settings/contacts?ok=removed';
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
    await keepContact(next, keepingOf(context, {}), portal.needs);
  } catch (fault) {
    return faultsOf(fault);
  }
  return keptAt(context, next, portal);
}

const keptAt = async ({ var: { run } }: Desk, contact: Contact, portal: Portal): Promise<string> =>
  `${pathOf(contact)}?ok=${await follow(run.park.id, contact, portal)}`;

const pathOf = ({ id }: Contact): string => `/settings/contacts/${id}`;

/** The form's own sight of the contact must still be how it is. */
const keepingOf = ({ var: { run, viewer } }: Desk, { print = '' }: Fields): Required<Keeping> => ({
  park: run.park.id,
  by: viewer.id,
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
    subscriptions: await subscriptionsOf(context.var.run, portal),
    others: run.contacts.filter(({ id }) => id !== contact.id),
    vacated: isKeeper(context) ? await vacatedTasks(run, contact.id) : [],
    print: printOf(contact),
    isKeeper: isKeeper(context),
    refused,
  };
  return shown(context, <ContactPage {...view} />, refused ? 400 : 200);
}
