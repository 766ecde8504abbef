import { ReviewId } from '../../domain/base/ids.ts';
import { settleChanges } from '../../flows/sources/settle-changes.ts';
import { type FieldFault, faultsOf, listFields } from '../http/forms.ts';
import type { Desk } from '../http/frame.ts';
import type { Portal } from '../http/portal.ts';
import { bookerOf } from '../http/posts.ts';
import { leftFaults } from './amend-from-form.ts';
import { showReview } from './show-review.tsx';
import { takenIn } from './tick.ts';

/** Takes over the changes that were ticked, and shows the review again. */
export async function settleFromForm(context: Desk, portal: Portal): Promise<Response> {
  const id = ReviewId.parse(context.req.param('id') ?? '');
  const { change = [] } = await listFields(context);
  const faults = await settled(context, id, change);
  if (faults.length > 0) {
    return showReview(context, portal, { act: 'settle', faults, fields: { change } });
  }
  return context.redirect(`/plans/${id}?ok=amended`, 303);
}

async function settled(
  context: Desk,
  id: ReviewId,
  ticks: readonly string[],
): Promise<readonly FieldFault[]> {
  const taken = ticks.flatMap((tick) => takenIn(tick) ?? []);
  try {
    return leftFaults(await settleChanges(context.var.run, bookerOf(context), id, taken));
  } catch (fault) {
    return faultsOf(fault);
  }
}
