import { ReviewId } from '../../domain/base/ids.ts';
import type { Amendment } from '../../domain/sources/amendment.ts';
import { type Amending, amendDrafts, type Meant } from '../../flows/sources/amend-drafts.ts';
import { readReview, reviewFor } from '../../flows/sources/review.ts';
import { type FieldFault, faultsOf, listFields, readForm } from '../http/forms.ts';
import type { Desk } from '../http/frame.ts';
import type { Portal } from '../http/portal.ts';
import { bookerOf } from '../http/posts.ts';
import {
  AmendmentForm,
  amendmentNames,
  type DraftListView,
  draftAddress,
  draftPageOf,
  meantBy,
  nextPage,
  saysSomething,
} from './query.ts';
import type { ReviewRefusal } from './review-view.ts';
import { showReview } from './show-review.tsx';

/** Amends the drafts that the form names, and shows the next page of them. */
export async function amendFromForm(context: Desk, portal: Portal): Promise<Response> {
  const { park } = context.var.run;
  const id = ReviewId.parse(context.req.param('id') ?? '');
  const fields = await listFields(context);
  const read = await reviewFor(context.var.run, context.var.viewer, id);
  if (!read) return context.notFound();
  const at = draftPageOf(context.req.query(), read);
  const faults = await amended(context, { id, at, fields });
  if (faults.length > 0) return showReview(context, portal, { act: 'amend', faults, fields });
  const after = (await readReview(park.id, id, portal.ports)) ?? read;
  return context.redirect(`${draftAddress({ id }, nextPage(at, after))}&ok=amended`, 303);
}

/** Makes what a form says of the drafts that it means; returns all that was not done. */
async function amended(
  context: Desk,
  {
    id,
    at,
    fields,
  }: {
    readonly id: ReviewId;
    readonly at: DraftListView;
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
export function leftFaults({ amended: done, left }: Amending): readonly FieldFault[] {
  if (left.length === 0) return [];
  const first = left
    .slice(0, MOST_LEFT)
    .map(({ id, title, why }) => ({ field: '', message: `${id} ${title}：${why}` }));
  const rest = left.length - first.length;
  const more = rest > 0 ? [{ field: '', message: `另有 ${rest} 条同样没有改` }] : [];
  return [{ field: '', message: `改好 ${done} 条，${left.length} 条没有改` }, ...first, ...more];
}
