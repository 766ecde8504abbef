import { ReviewId } from '../../domain/base/ids.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import { readAccount } from '../../flows/sources/read-account.ts';
import { type ReviewRead, reviewFor } from '../../flows/sources/review.ts';
import { readRegistered, readStanding } from '../../flows/sources/review-standing.ts';
import { mayUndoPublication } from '../../flows/sources/undo-publication.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Portal } from '../http/portal.ts';
import { ownedUnits } from '../http/posts.ts';
import { shown } from '../http/shown.ts';
import { undoTime } from '../http/undo-time.ts';
import { draftsOnPage } from './amend-form.tsx';
import { draftPageOf, textPartOf } from './query.ts';
import { ReviewPage } from './review-page.tsx';
import type { ReviewProps, ReviewRefusal } from './review-view.ts';
import { paneWith, sentencesByDraft, textPanes } from './text-panes.ts';

/** Returns the page of a plan under review. */
export async function showReview(
  context: Desk,
  portal: Portal,
  refused: ReviewRefusal | null,
): Promise<Response> {
  const { run, viewer } = context.var;
  const read = await reviewFor(run, viewer, ReviewId.parse(context.req.param('id') ?? ''));
  if (!read) return context.notFound();
  const { state } = read.kept.value;
  const mayEnter = mayInPark(viewer, 'enterPlan');
  const view = {
    frame: frameOf(context, portal),
    read,
    ...(await textShown(context, read)),
    units: ownedUnits(run),
    standing: await readStanding(run, read.kept.value),
    registered: state === 'publishing' ? await readRegistered(run, read) : 0,
    undo: mayUndoPublication(run, read.kept) ? undoTime(run, read.kept.lastChange.at) : null,
    mayEnter,
    mayAmend: mayEnter && state === 'open',
    refused,
  };
  return shown(context, <ReviewPage {...view} />, refused ? 400 : 200);
}

/** The drafts and the part of the text that an address names; the text begins where the drafts do. */
async function textShown(
  context: Desk,
  read: ReviewRead,
): Promise<Pick<ReviewProps, 'at' | 'shown' | 'account' | 'panes' | 'text'>> {
  const at = draftPageOf(context.req.query(), read);
  const account = await readAccount(context.var.run, read);
  const panes = textPanes(account);
  const ids = draftsOnPage({ read, at }).map(({ value }) => value.draft.id);
  const first = sentencesByDraft(account).get(ids[0] ?? '');
  const text = textPartOf(context.req.query()) ?? paneWith(panes, first);
  return { at, shown: new Set(at.isPassed ? [] : ids), account, panes, text };
}
