import { Hono } from 'hono';
import { ReviewId } from '../../domain/base/ids.ts';
import type { ReviewDraft } from '../../domain/sources/review.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import type { Versioned } from '../../flows/ports.ts';
import { amendDrafts } from '../../flows/sources/amend-drafts.ts';
import { type ReviewRead, reviewFor } from '../../flows/sources/review.ts';
import { type FieldFault, faultsOf, readForm, textFields } from '../http/forms.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { bookerOf, ownedUnits } from '../http/posts.ts';
import { shown } from '../http/shown.ts';
import type { NotTaken } from '../ui/simple-form.tsx';
import { DraftPage } from './draft-page.tsx';
import { AmendmentForm, amendmentNames } from './query.ts';
import { reshapeActs, reshaped, reshapedAddress } from './reshape-from-form.ts';

/** One draft of the review whose id is the path's `id`. */
export function draftRoutes(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/:draft', async (context) => {
    const found = await draftOf(context);
    return found ? answer(context, portal, found, null) : context.notFound();
  });
  app.post('/:draft', async (context) => {
    const found = await draftOf(context);
    if (!found) return context.notFound();
    const fields = await textFields(context);
    const faults = await amended(context, found, fields);
    if (faults.length > 0) return answer(context, portal, found, { fields, faults });
    return context.redirect(`/plans/${found.read.kept.value.id}?ok=amended`, 303);
  });
  for (const act of reshapeActs) {
    app.post(`/:draft/${act}`, async (context) => {
      const found = await draftOf(context);
      if (!found) return context.notFound();
      const fields = await textFields(context);
      const done = await reshaped(context, { review: found.read.kept.value.id, act, fields });
      if ('faults' in done) return answer(context, portal, found, { fields: {}, ...done });
      const after =
        (await reviewFor(context.var.run, context.var.viewer, done.review)) ?? found.read;
      return context.redirect(reshapedAddress(after, done), 303);
    });
  }
  return app;
}

type Found = { readonly read: ReviewRead; readonly kept: Versioned<ReviewDraft> };

async function draftOf(context: Desk): Promise<Found | undefined> {
  const { id, draft } = context.req.param() as { readonly id?: string; readonly draft?: string };
  const read = await reviewFor(context.var.run, context.var.viewer, ReviewId.parse(id ?? ''));
  const kept = read?.drafts.find(({ value }) => value.draft.id === draft);
  return read && kept && { read, kept };
}

function answer(
  context: Desk,
  portal: Portal,
  { read, kept }: Found,
  notTaken: NotTaken | null,
): Response | Promise<Response> {
  const { run, viewer } = context.var;
  const review = read.kept.value;
  const view = {
    frame: frameOf(context, portal),
    read,
    kept,
    units: ownedUnits(run),
    mayAmend: mayInPark(viewer, 'enterPlan') && review.state === 'open',
    notTaken,
  };
  return shown(context, <DraftPage {...view} />, notTaken ? 400 : 200);
}

async function amended(
  context: Desk,
  { read, kept }: Found,
  { version = '', ...fields }: NotTaken['fields'],
): Promise<readonly FieldFault[]> {
  const form = readForm(AmendmentForm, fields, amendmentNames);
  if ('faults' in form) return form.faults;
  const meant = { seen: new Map([[kept.value.id, Number(version)]]) };
  try {
    const wish = { meant, amendment: form.value };
    const { left } = await amendDrafts(
      context.var.run,
      bookerOf(context),
      read.kept.value.id,
      wish,
    );
    return left.map(({ why }) => ({ field: '', message: why }));
  } catch (fault) {
    return faultsOf(fault);
  }
}
