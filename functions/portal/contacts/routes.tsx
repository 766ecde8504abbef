import { Hono } from 'hono';
import type { Contact } from '../../domain/contacts/contact.ts';
import { type Contested, contestedBy } from '../../domain/contacts/directory-record.ts';
import { maySeeSettings } from '../../domain/tasks/read-permissions.ts';
import { unreachedNow } from '../../flows/context/unreached.ts';
import { sendAgain } from '../../flows/wake/send-again.ts';
import { toldToday } from '../../flows/wake/told-today.ts';
import { faultsOf, textFields } from '../http/forms.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { shown } from '../http/shown.ts';
import { addFromForm, type ContactAct, type ContactFields, contactActs, pathOf } from './acts.ts';
import { ContactPage } from './contact-page.tsx';
import type { ContactRefused } from './contact-props.ts';
import { subscriptionsOf, vacatedTasks } from './contact-view.ts';
import { contactOf, printOf } from './form.ts';
import { contactOfPath, isKeeper } from './keeper.ts';
import { NewContactPage } from './new-contact-page.tsx';
import { showDirectory } from './show-directory.tsx';

/** The directory: who may see the settings may read it, the office changes it. */
export function contactPages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (context, next) => {
    const { viewer } = context.var;
    const may = context.req.method === 'GET' ? maySeeSettings(viewer) : isKeeper(context);
    return may ? next() : context.notFound();
  });
  const { outlets } = portal.ports;
  app.get('/contacts', (context) => showDirectory(context, portal));
  app.get('/new-contact', (context) => {
    if (!isKeeper(context)) return context.notFound();
    const view = { frame: frameOf(context, portal), outlets, contested: [], notTaken: null };
    return shown(context, <NewContactPage {...view} />);
  });
  app.post('/contacts', async (context) => {
    const fields = await textFields(context);
    const done = await addFromForm(context, portal, fields);
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
  for (const [act, work] of Object.entries(contactActs) as [
    keyof typeof contactActs,
    ContactAct,
  ][]) {
    app.post(act === 'contact' ? '/contacts/:id' : `/contacts/:id/${act}`, async (context) => {
      const contact = contactOfPath(context);
      if (!contact) return context.notFound();
      const fields = await textFields(context);
      const done = await work({ context, portal, contact, fields }).catch(faultsOf);
      if (typeof done === 'string') return context.redirect(done, 303);
      return answer(context, portal, { act, fields, faults: done });
    });
  }
  return app;
}

async function answer(
  context: Desk,
  portal: Portal,
  refused: ContactRefused | null,
): Promise<Response> {
  const contact = contactOfPath(context);
  if (!contact) return context.notFound();
  const { run } = context.var;
  const view = {
    frame: frameOf(context, portal),
    contact,
    subscriptions: await subscriptionsOf(run, portal),
    outlets: portal.ports.outlets,
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
  fields: ContactFields,
  contact: Contact | null,
): readonly Contested[] {
  const said = 'unit' in fields ? contactOf(fields, contact) : (contact ?? { faults: [] });
  return 'faults' in said ? [] : contestedBy(said, run.directory);
}

/** Sends again what a contact was told today, also of one that is gone. */
async function again(context: Desk, portal: Portal): Promise<Response> {
  const { run, viewer } = context.var;
  const id = context.req.param('id') ?? '';
  const contact = contactOfPath(context);
  try {
    await sendAgain(run, { by: viewer.id, contact: id });
  } catch (fault) {
    if (!contact) throw fault;
    return answer(context, portal, { act: 'again', fields: {}, faults: faultsOf(fault) });
  }
  return context.redirect(`${contact ? pathOf(contact) : '/settings/contacts'}?ok=again`, 303);
}
