import type { z } from 'zod';
import { ReviewId } from '../../domain/base/ids.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { openReview } from '../../flows/sources/open-review.ts';
import { reviewsFor } from '../../flows/sources/review.ts';
import { givenIn } from '../api/file-schemas.ts';
import { type Operation, operation } from '../api/operation.ts';
import type { Portal } from '../http/portal.ts';
import { bookerOf } from '../http/posts.ts';
import { type GivenFile, nameOf, pastedFile } from '../http/uploads.ts';
import { answerPlan, may } from './call.ts';
import { amendPlanDrafts, listDrafts } from './drafts-api.ts';
import { dropPlan, publishPlan, reopenPlan, undoPlan } from './publish-api.ts';
import { mergePlanDrafts, movePlanDraft, splitPlanDraft } from './reshape-api.ts';
import { OnePlan, PlanFile, Plans, planBody } from './schemas.ts';
import { settlePlan } from './settle-api.ts';
import { addDraft, readText } from './text-api.ts';
import { aboutIn } from './upload-schema.ts';

const listPlans = operation({
  verb: 'get',
  path: '/plans',
  operationId: 'listPlans',
  summary: '上传过的计划，最新的在前',
  answer: { name: 'Plans', schema: Plans, description: '计划' },
  refusals: [],
  may,
  run: async ({ context, run, viewer }) =>
    context.json({ plans: (await reviewsFor(run, viewer)).map(planBody) }),
});

const uploadPlan = operation({
  verb: 'post',
  path: '/plans',
  operationId: 'uploadPlan',
  summary: '上传一份文件，读成草稿；发布以前不登记任何事项。注明 versionOf 的才与已登记的比较',
  body: { name: 'PlanFile', schema: PlanFile },
  answer: { name: 'Plan', schema: OnePlan, description: '读出的计划' },
  refusals: [409],
  may,
  once: true,
  run: async (call) => {
    const { body, context, portal, run, viewer } = call;
    const given = fileOf(body, portal);
    const key = context.req.header('Idempotency-Key') ?? portal.ports.newId();
    const name = nameOf(`${viewer.id}/${key}`, given);
    const pastedIn = body.text === undefined ? undefined : localDay(run.now, run.rules).year;
    const wish = { ...given, year: body.year, pastedIn, name, about: aboutIn(body) };
    return answerPlan(call, await openReview(run, bookerOf(context, '接口'), wish));
  },
});

/** The file of a call, or its text as one. @throws {BadInput} */
const fileOf = (
  { file = '', content = '', text }: z.output<typeof PlanFile>,
  portal: Portal,
): GivenFile => (text === undefined ? givenIn({ file, content }, portal) : pastedFile(text));

const readPlan = operation({
  verb: 'get',
  path: '/plans/{id}',
  operationId: 'readPlan',
  summary: '一份计划和它的草稿的情况',
  answer: { name: 'Plan', schema: OnePlan, description: '计划' },
  refusals: [],
  may,
  run: (call) => answerPlan(call, ReviewId.parse(call.part('id'))),
});

/** What can be read and done of plans on their way into the register. */
export const plans: readonly Operation[] = [
  listPlans,
  uploadPlan,
  readPlan,
  readText,
  listDrafts,
  addDraft,
  amendPlanDrafts,
  settlePlan,
  splitPlanDraft,
  mergePlanDrafts,
  movePlanDraft,
  publishPlan,
  dropPlan,
  reopenPlan,
  undoPlan,
];
