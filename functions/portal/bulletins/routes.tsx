import { Hono } from 'hono';
import { BadInput } from '../../domain/base/problems.ts';
import { dateTimeWords } from '../../domain/base/words.ts';
import { namesWords } from '../../domain/contacts/named.ts';
import { yearOfBulletin } from '../../domain/papers/bulletin.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import { draftBulletin, issueBulletin, readBulletins } from '../../flows/views/bulletins.ts';
import { type FieldFault, faultsOf, textFields } from '../http/forms.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { bookerOf } from '../http/posts.ts';
import { shown } from '../http/shown.ts';
import { askedYear } from '../http/year.ts';
import { namesOf } from '../ui/names.ts';
import type { NotTaken } from '../ui/simple-form.tsx';
import { BulletinPage } from './bulletin-page.tsx';
import { BulletinsPage } from './bulletins-page.tsx';

/** The bulletin: the draft of the current issue, and those that went out, which everybody may read. */
export function bulletinPages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/bulletin', (context) => draft(context, portal, null));
  app.get('/bulletins', async (context) => {
    const { run } = context.var;
    const bulletins = await readBulletins(run.park.id, portal.ports);
    const frame = frameOf(context, portal);
    const { contact } = namesOf(run, []);
    return shown(context, <BulletinsPage frame={frame} bulletins={bulletins} postOf={contact} />);
  });
  app.get('/bulletins/:id', (context) => issued(context, portal));
  app.post('/bulletins', (context) => issue(context, portal));
  return app;
}

async function draft(context: Desk, portal: Portal, notTaken: NotTaken | null): Promise<Response> {
  const { run, viewer } = context.var;
  const asked = yearOfBulletin(notTaken?.fields['seen'] ?? '') ?? askedYear(context);
  const { bulletin, years } = await draftBulletin(run, viewer, asked);
  const frame = frameOf(context, portal, years);
  const mayIssue = mayInPark(viewer, 'issueBulletin') && bulletin.year <= frame.today.year;
  const view = { frame, bulletin, issued: null, mayIssue, notTaken };
  return shown(context, <BulletinPage {...view} />, notTaken ? 400 : 200);
}

async function issued(context: Desk, portal: Portal): Promise<Response> {
  const { run } = context.var;
  const { collections } = portal.ports;
  const kept = await collections.bulletins.find(run.park.id, context.req.param('id') ?? '');
  if (!kept) return context.notFound();
  const { by, names, at } = kept.lastChange;
  const post = namesWords(names, { own: by }, namesOf(run, []).contact);
  const words = `已定稿，${post} ${dateTimeWords(at, run.rules.timeZone)}`;
  const frame = frameOf(context, portal);
  const view = { frame, bulletin: kept.value, issued: words, mayIssue: false, notTaken: null };
  return shown(context, <BulletinPage {...view} />);
}

async function issue(context: Desk, portal: Portal): Promise<Response> {
  const fields = await textFields(context);
  const { seen = '', demands = '', sure } = fields;
  const refuse = (faults: readonly FieldFault[]): Promise<Response> =>
    draft(context, portal, { fields, faults });
  if (sure !== 'yes') return refuse([{ field: 'sure', message: '请先勾选确认' }]);
  try {
    const { id } = await issueBulletin(context.var.run, bookerOf(context), { seen, demands });
    return context.redirect(`/bulletins/${id}?ok=issued`, 303);
  } catch (fault) {
    return refuse(besideDemands(fault));
  }
}

/** What is wrong with the demands stands next to them. */
const besideDemands = (fault: unknown): readonly FieldFault[] =>
  fault instanceof BadInput
    ? fault.problems.map(({ place, message }) => ({
        field: place === 'demands' ? place : '',
        message,
      }))
    : faultsOf(fault);
