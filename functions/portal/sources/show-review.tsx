import { ReviewId } from '../../domain/base/ids.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import { reviewFor } from '../../flows/sources/review.ts';
import { readRegistered, readStanding } from '../../flows/sources/review-standing.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Portal } from '../http/portal.ts';
import { ownedUnits } from '../http/posts.ts';
import { shown } from '../http/shown.ts';
import { draftPageOf } from './query.ts';
import { ReviewPage } from './review-page.tsx';
import type { ReviewRefusal } from './review-view.ts';

/** Returns the page of a plan under review. */
export async function showReview(
  context: Desk,
  portal: Portal,
  refused: ReviewRefusal | null,
): Promise<Response> {
  const { run, viewer } = context.var;
  const read = await reviewFor(run, viewer, ReviewId.parse(context.req.param('id') ?? ''));
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
