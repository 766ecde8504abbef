import type { ReviewId } from '../../domain/base/ids.ts';
import { maySeeSettings } from '../../domain/tasks/read-permissions.ts';
import { type ReviewRead, reviewFor } from '../../flows/sources/review.ts';
import { type Call, found } from '../api/operation.ts';
import { answerKept } from '../api/versions.ts';
import { onePlan } from './schemas.ts';

/** Who may see the settings may see plans; the flows refuse what only the office may do. */
export const may = maySeeSettings;

/** @throws {HTTPException} 404 for a plan that is not there. */
export const planFor = async ({ run, viewer }: Call, id: ReviewId): Promise<ReviewRead> =>
  found(await reviewFor(run, viewer, id));

/** Returns the plan as it stands now. */
export async function answerPlan(call: Call, id: ReviewId): Promise<Response> {
  const read = await planFor(call, id);
  return answerKept(call, onePlan(read), read.kept);
}
