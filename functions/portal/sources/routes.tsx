import { Hono } from 'hono';
import type { Amendment } from '../../domain/sources/review.ts';
import { mayInPark, maySeeSettings } from '../../domain/tasks/permissions.ts';
import { openReview } from '../../flows/sources/open-review.ts';
import { PORTION, publishReview } from '../../flows/sources/publish-review.ts';
import {
  type Amending,
  amendDrafts,
  dropReview,
  type Meant,
  readReview,
  readReviews,
  reopenReview,
} from '../../flows/sources/review.ts';
import { readRegistered, readStanding } from '../../flows/sources/review-standing.ts';
import { type FieldFault, faultsOf, listFields, readForm, textFields } from '../http/forms.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { bookerOf, ownedUnits } from '../http/posts.ts';
import { shown } from '../http/shown.ts';
import { nameOf, uploadOf, YearForm } from '../http/uploads.ts';
import { namesOf } from '../ui/names.ts';
import type { NotTaken } from '../ui/simple-form.tsx';
import { draftRoutes } from './draft-routes.tsx';
import { PlansPage } from './plans-page.tsx';
import {
  AmendmentForm,
  amendmentNames,
  type DraftPage,
  draftAddress,
  draftPageOf,
  meantBy,
  nextPage,
  saysSomething,
} from './query.ts';
import { ReviewPage } from './review-page.tsx';
import type { ReviewRefusal } from './review-view.ts';

/** Plans on their way into the register: uploaded, looked through, published. */
export function planPages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (context, next) => {
    if (!maySeeSettings(context.var.viewer)) return context.notFound();
    return next();
  });
  app.get('/', (context) => plansPage(context, portal, null));
  app.post('/', (context) => upload(context, portal));
  app.get('/:id', (context) => whole(context, portal, null));
  app.post('/:id/drafts', (context) => amend(context, portal));
  app.post('/:id/publish', (context) => publish(context, portal));
  app.post('/:id/drop', async (context) => {
    const id = context.req.param('id');
    const { sure } = await textFields(context);
    const faults = await told(sure, () => dropReview(context.var.run, bookerOf(context), id));
    if (faults.length > 0) return whole(context, portal, { act: 'publish', faults, fields: {} });
    return context.redirect(`/plans/${id}?ok=dropped`, 303);
  });
  app.post('/:id/reopen', async (context) => {
    const id = context.req.param('id');
    const faults = await told('yes', () => reopenReview(context.var.run, bookerOf(context), id));
    if (faults.length > 0) return whole(context, portal, { act: 'publish', faults, fields: {} });
    return context.redirect(`/plans/${id}?ok=reopened`, 303);
  });
  app.route('/:id/drafts', draftRoutes(portal));
  return app;
}

async function plansPage(
  context: Desk,
  portal: Portal,
  notTaken: NotTaken | null,
): Promise<Response> {
  const { run, viewer } = context.var;
  const view = {
    frame: frameOf(context, portal),
    reviews: await readReviews(run.park.id, portal.needs),
    postOf: namesOf(run, []).contact,
    uploadKey: mayInPark(viewer, 'enterPlan') ? portal.needs.newId() : null,
    megabytes: portal.uploadMegabytes,
  };
  return shown(context, <PlansPage {...view} notTaken={notTaken} />, notTaken ? 400 : 200);
}

async function upload(context: Desk, portal: Portal): Promise<Response> {
  try {
    const { given, fields } = await uploadOf(context, portal);
    const read = readForm(YearForm, fields, { year: '计划年度' });
    if ('faults' in read) return await plansPage(context, portal, { fields, faults: read.faults });
    const { key = portal.needs.newId() } = fields;
    const wish = { ...given, year: read.value.year, name: nameOf(key, given) };
    const id = await openReview(context.var.run, bookerOf(context), wish);
    return context.redirect(`/plans/${id}?ok=read`, 303);
  } catch (fault) {
    const faults = faultsOf(fault).map((each) => ({ ...each, field: 'file' }));
    return plansPage(context, portal, { fields: {}, faults });
  }
}

async function whole(
  context: Desk,
  portal: Portal,
  refused: ReviewRefusal | null,
): Promise<Response> {
  const { run, viewer } = context.var;
  const read = await readReview(run.park.id, context.req.param('id') ?? '', portal.needs);
  if (!read) return context.notFound();
  const isUnderWay = read.kept.value.state === 'publishing';
  const view = {
    frame: frameOf(context, portal),
    read,
    at: draftPageOf(context.req.query(), read),
    units: ownedUnits(run),
    standing: await readStanding(run, read.kept.value),
    registered: isUnderWay ? await readRegistered(run, read) : 0,
    mayEnter: mayInPark(viewer, 'enterPlan'),
    refused,
  };
  return shown(context, <ReviewPage {...view} />, refused ? 400 : 200);
}

async function amend(context: Desk, portal: Portal): Promise<Response> {
  const { park } = context.var.run;
  const id = context.req.param('id') ?? '';
  const fields = await listFields(context);
  const read = await readReview(park.id, id, portal.needs);
  if (!read) return context.notFound();
  const at = draftPageOf(context.req.query(), read);
  const faults = await amended(context, { id, at, fields });
  if (faults.length > 0) return whole(context, portal, { act: 'amend', faults, fields });
  const after = (await readReview(park.id, id, portal.needs)) ?? read;
  return context.redirect(`${draftAddress({ id }, nextPage(at, after))}&ok=amended`, 303);
}

/** Makes what a form says of the drafts that it means; answers with all that was not done. */
async function amended(
  context: Desk,
  {
    id,
    at,
    fields,
  }: {
    readonly id: string;
    readonly at: DraftPage;
    readonly fields: ReviewRefusal['fields'];
  },
): Promise<readonly FieldFault[]> {
  const said = Object.fromEntries(Object.entries(fields).map(([name, [first]]) => [name, first]));
  const form = readForm(AmendmentForm, said, amendmentNames);
  if ('faults' in form) return form.faults;
  const meant = meantBy(fields, at);
  const missing = whatIsMissing(form.value, meant);
  if (missing !== undefined) return [{ field: '', message: missing }];
  try {
    const wish = { meant, amendment: form.value };
    return leftFaults(await amendDrafts(context.var.run, bookerOf(context), id, wish));
  } catch (fault) {
    return faultsOf(fault);
  }
}

function whatIsMissing(amendment: Amendment, meant: Meant): string | undefined {
  if ('seen' in meant && meant.seen.size === 0) return '没有勾选草稿';
  return saysSomething(amendment) ? undefined : '没有选单位，也没有填期限';
}

/** Names that a fault list shows before it sends to the rest. */
const MOST_LEFT = 10;

/** What was not done, why, and how much was. */
function leftFaults({ amended: done, left }: Amending): readonly FieldFault[] {
  if (left.length === 0) return [];
  const first = left
    .slice(0, MOST_LEFT)
    .map(({ id, title, why }) => ({ field: '', message: `${id} ${title}：${why}` }));
  const rest = left.length - first.length;
  const more = rest > 0 ? [{ field: '', message: `另有 ${rest} 条同样没有改` }] : [];
  return [{ field: '', message: `改好 ${done} 条，${left.length} 条没有改` }, ...first, ...more];
}

async function publish(context: Desk, portal: Portal): Promise<Response> {
  const id = context.req.param('id') ?? '';
  const { sure, begins } = await textFields(context);
  let left = 0;
  const faults = await told(sure, async () => {
    const wish = { inHand: begins === 'inHand', most: PORTION };
    ({ left } = await publishReview(context.var.run, bookerOf(context), id, wish));
  });
  if (faults.length > 0) return whole(context, portal, { act: 'publish', faults, fields: {} });
  return context.redirect(`/plans/${id}?ok=${left > 0 ? 'publishing' : 'published'}`, 303);
}

/** Does what was confirmed; answers with why it was not. */
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
