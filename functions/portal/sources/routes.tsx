import { Hono } from 'hono';
import { ReviewId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import { maySeeSettings } from '../../domain/tasks/read-permissions.ts';
import { isAhead } from '../../domain/tasks/task-year.ts';
import { sightOf, sourcesFor } from '../../flows/context/sight.ts';
import { openReview } from '../../flows/sources/open-review.ts';
import { PORTION, publishReview } from '../../flows/sources/publish-review.ts';
import { KIND_PLACE, YEAR_PLACE } from '../../flows/sources/read-upload.ts';
import { readReview, reviewsFor } from '../../flows/sources/review.ts';
import { dropReview, reopenReview } from '../../flows/sources/turn-review.ts';
import { type UndonePublication, undoPublication } from '../../flows/sources/undo-publication.ts';
import { answerIn } from '../http/answer-form.ts';
import { type FieldFault, faultsOf, readForm, textFields } from '../http/forms.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { bookerOf } from '../http/posts.ts';
import { readersIn } from '../http/readers-form.ts';
import { shown } from '../http/shown.ts';
import { nameOf, pastedFile, uploadOf } from '../http/uploads.ts';
import { namesOf } from '../ui/names.ts';
import type { NotTaken } from '../ui/simple-form.tsx';
import { amendFromForm } from './amend-from-form.ts';
import { cutFromForm } from './cut-from-form.ts';
import { draftRoutes } from './draft-routes.tsx';
import { PlansPage } from './plans-page.tsx';
import { settleFromForm } from './settle-from-form.ts';
import { showReview } from './show-review.tsx';
import { aboutIn, SourceForm, uploadFieldNames } from './upload-schema.ts';

/** Plans on their way into the register: uploaded, looked through, published. */
export function planPages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (context, next) => {
    if (!maySeeSettings(context.var.viewer)) return context.notFound();
    return next();
  });
  app.get('/', (context) => plansPage(context, portal, null));
  app.post('/', (context) => upload(context, portal));
  app.get('/:id', (context) => showReview(context, portal, null));
  app.post('/:id/drafts', (context) => amendFromForm(context, portal));
  app.post('/:id/changes', (context) => settleFromForm(context, portal));
  app.post('/paste', (context) => paste(context, portal));
  app.post('/:id/cut', (context) => cutFromForm(context, portal));
  app.post('/:id/publish', (context) => publish(context, portal));
  app.post('/:id/drop', async (context) => {
    const id = ReviewId.parse(context.req.param('id'));
    const { sure } = await textFields(context);
    const faults = await told(sure, () => dropReview(context.var.run, bookerOf(context), id));
    if (faults.length > 0)
      return showReview(context, portal, { act: 'publish', faults, fields: {} });
    return context.redirect(`/plans/${id}?ok=dropped`, 303);
  });
  app.post('/:id/reopen', async (context) => {
    const id = ReviewId.parse(context.req.param('id'));
    const faults = await told('yes', () => reopenReview(context.var.run, bookerOf(context), id));
    if (faults.length > 0)
      return showReview(context, portal, { act: 'publish', faults, fields: {} });
    return context.redirect(`/plans/${id}?ok=reopened`, 303);
  });
  app.post('/:id/undo', (context) => undo(context, portal));
  app.route('/:id/drafts', draftRoutes(portal));
  return app;
}

async function plansPage(
  context: Desk,
  portal: Portal,
  notTaken: NotTaken | null,
  notPasted: NotTaken | null = null,
): Promise<Response> {
  const { run, viewer } = context.var;
  const view = {
    frame: frameOf(context, portal),
    reviews: await reviewsFor(run, viewer),
    sources: await sourcesFor(run, await sightOf(run, viewer), []),
    postOf: namesOf(run, []).contact,
    uploadKey: mayInPark(viewer, 'enterPlan') ? portal.ports.newId() : null,
    megabytes: portal.uploadMegabytes,
  };
  return shown(
    context,
    <PlansPage {...view} notTaken={notTaken} notPasted={notPasted} />,
    notTaken || notPasted ? 400 : 200,
  );
}

async function upload(context: Desk, portal: Portal): Promise<Response> {
  let said: Readonly<Record<string, string>> = {};
  try {
    const { given, fields } = await uploadOf(context, portal);
    said = fields;
    const read = readForm(SourceForm, fields, uploadFieldNames);
    if ('faults' in read) return await plansPage(context, portal, { fields, faults: read.faults });
    const sight = readersIn(fields, context.var.run);
    if ('faults' in sight) return await plansPage(context, portal, { fields, ...sight });
    const report = answerIn(fields);
    if ('faults' in report) return await plansPage(context, portal, { fields, ...report });
    const { key = portal.ports.newId() } = fields;
    const { year = null, ...words } = read.value;
    const about = { ...words, ...sight, ...report };
    const wish = { ...given, year, name: nameOf(key, given), about: aboutIn(about) };
    const id = await openReview(context.var.run, bookerOf(context), wish);
    return context.redirect(`/plans/${id}?ok=read`, 303);
  } catch (fault) {
    const faults = faultsOf(fault).map((each) => ({ ...each, field: 'file' }));
    return plansPage(context, portal, { fields: said, faults });
  }
}

/** Reads a text that was pasted as an upload is read. */
async function paste(context: Desk, portal: Portal): Promise<Response> {
  const { run } = context.var;
  const fields = await textFields(context);
  const refuse = (faults: readonly FieldFault[]): Promise<Response> =>
    plansPage(context, portal, null, { fields, faults });
  const read = readForm(SourceForm, fields, uploadFieldNames);
  if ('faults' in read) return refuse(read.faults);
  const sight = readersIn(fields, run);
  if ('faults' in sight) return refuse(sight.faults);
  const report = answerIn(fields);
  if ('faults' in report) return refuse(report.faults);
  try {
    const given = pastedFile(fields['text'] ?? '');
    const { key = portal.ports.newId() } = fields;
    const { year = null, ...words } = read.value;
    const about = { ...words, ...sight, ...report };
    const pastedIn = localDay(run.now, run.rules).year;
    const name = nameOf(key, given);
    const wish = { ...given, year, pastedIn, name, about: aboutIn(about) };
    const id = await openReview(run, bookerOf(context), wish);
    return context.redirect(`/plans/${id}?ok=read`, 303);
  } catch (fault) {
    return refuse(pasteFaultsOf(fault));
  }
}

/** What is wrong with a pasted text, at the field that it is about. */
function pasteFaultsOf(fault: unknown): readonly FieldFault[] {
  if (!(fault instanceof BadInput)) return faultsOf(fault);
  return fault.problems.map(({ place, message, remedy }) => ({
    field: pasteFields[place] ?? 'text',
    message: `${message}。${remedy}。`,
  }));
}

const pasteFields: Readonly<Record<string, string>> = {
  [YEAR_PLACE]: 'year',
  [KIND_PLACE]: 'kind',
  报送日期: 'answerDue',
};

async function publish(context: Desk, portal: Portal): Promise<Response> {
  const id = ReviewId.parse(context.req.param('id') ?? '');
  const { sure, begins } = await textFields(context);
  let left = 0;
  const faults = await told(sure, async () => {
    const wish = { inHand: begins === 'inHand', most: PORTION };
    ({ left } = await publishReview(context.var.run, bookerOf(context), id, wish));
  });
  if (faults.length > 0) return showReview(context, portal, { act: 'publish', faults, fields: {} });
  const said = left > 0 ? 'publishing' : await publishedAs(context, portal, id);
  return context.redirect(`/plans/${id}?ok=${said}`, 303);
}

/** Takes a publication back; what stays registered is named above the drafts. */
async function undo(context: Desk, portal: Portal): Promise<Response> {
  const id = ReviewId.parse(context.req.param('id') ?? '');
  let done: UndonePublication = { takenBack: 0, left: [] };
  const faults = await told('yes', async () => {
    done = await undoPublication(context.var.run, bookerOf(context), id);
  });
  const left = leftFaults(done);
  if (faults.length + left.length > 0) {
    const refused = { act: 'publish', faults: [...faults, ...left], fields: {} } as const;
    return showReview(context, portal, refused);
  }
  return context.redirect(`/plans/${id}?ok=unpublished`, 303);
}

/** What stays registered of a publication that was taken back, in words. */
function leftFaults({ takenBack, left }: UndonePublication): readonly FieldFault[] {
  if (left.length === 0) return [];
  const first = `已撤回${takenBack}项，下列事项没有撤回：`;
  const others = left.map(({ id, title, why }) => `${id} ${title}：${why}，留在登记表里。`);
  return [first, ...others].map((message) => ({ field: '', message }));
}

/** What is said of a published review: a plan of a coming year is handed over when it begins. */
async function publishedAs(context: Desk, { ports }: Portal, id: ReviewId): Promise<string> {
  const { park, now, rules } = context.var.run;
  const year = (await readReview(park.id, id, ports))?.kept.value.year;
  const isOfComing = year !== undefined && isAhead({ plan: year }, localDay(now, rules));
  return isOfComing ? 'publishedAhead' : 'published';
}

/** Does what was confirmed; returns why it was not. */
async function told(
  sure: string | undefined,
  work: () => Promise<void>,
): Promise<readonly FieldFault[]> {
  if (sure !== 'yes') return [{ field: 'sure', message: '请先勾选确认' }];
  try {
    await work();
    return [];
  } catch (fault) {
    return faultsOf(fault);
  }
}
