import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { DraftView, isInView } from '../../domain/sources/review.ts';
import { maySeeSettings } from '../../domain/tasks/permissions.ts';
import { openReview } from '../../flows/sources/open-review.ts';
import { PORTION, publishReview } from '../../flows/sources/publish-review.ts';
import {
  amendDrafts,
  dropReview,
  type ReviewRead,
  readReview,
  readReviews,
  reopenReview,
} from '../../flows/sources/review.ts';
import { givenIn } from '../api/file-schemas.ts';
import { type Call, Nothing, type Operation, operation } from '../api/operation.ts';
import { pageOf, paging } from '../api/paging.ts';
import { etag } from '../api/versions.ts';
import { bookerOf } from '../http/posts.ts';
import { nameOf } from '../http/uploads.ts';
import {
  AmendDrafts,
  Amended,
  DraftPage,
  draftBody,
  OnePlan,
  onePlan,
  PlanFile,
  Plans,
  Published,
  PublishPlan,
  planBody,
} from './schemas.ts';

const may = maySeeSettings;

const listPlans = operation({
  verb: 'get',
  path: '/plans',
  operationId: 'listPlans',
  summary: '上传过的计划，最新的在前',
  answer: { name: 'Plans', schema: Plans, description: '计划' },
  refusals: [],
  may,
  run: async ({ context, run, portal }) =>
    context.json({ plans: (await readReviews(run.park.id, portal.needs)).map(planBody) }),
});

const uploadPlan = operation({
  verb: 'post',
  path: '/plans',
  operationId: 'uploadPlan',
  summary: '上传一份计划，读成草稿；发布以前不登记任何事项',
  body: { name: 'PlanFile', schema: PlanFile },
  answer: { name: 'Plan', schema: OnePlan, description: '读出的计划' },
  refusals: [409],
  may,
  once: true,
  run: async (call) => {
    const { body, context, portal, run, viewer } = call;
    const given = givenIn(body, portal);
    const key = context.req.header('Idempotency-Key') ?? portal.needs.newId();
    const wish = { ...given, year: body.year, name: nameOf(`${viewer.id}/${key}`, given) };
    return answerPlan(call, await openReview(run, bookerOf(call.context, '接口'), wish));
  },
});

const readPlan = operation({
  verb: 'get',
  path: '/plans/{id}',
  operationId: 'readPlan',
  summary: '一份计划和它的草稿的情况',
  answer: { name: 'Plan', schema: OnePlan, description: '计划' },
  refusals: [],
  may,
  run: (call) => answerPlan(call, call.part('id')),
});

const listDrafts = operation({
  verb: 'get',
  path: '/plans/{id}/drafts',
  operationId: 'listDrafts',
  summary: '一份计划的草稿，按原文的顺序',
  query: z.object({
    view: DraftView.default('all'),
    area: z.coerce.number().int().min(0).max(99).optional(),
    ...paging,
  }),
  answer: { name: 'DraftPage', schema: DraftPage, description: '一页草稿' },
  refusals: [],
  may,
  run: async (call) => {
    const { view, area = null } = call.query;
    const { drafts } = await planFor(call, call.part('id'));
    const wanted = drafts.filter(({ value }) => isInView(value, view, area));
    const { entries, ...ends } = pageOf(wanted, ({ value }) => value.id, call.query);
    return call.context.json({ drafts: entries.map(draftBody), ...ends });
  },
});

const amendPlanDrafts = operation({
  verb: 'post',
  path: '/plans/{id}/drafts/amendments',
  operationId: 'amendDrafts',
  summary: '采纳、不采纳或修改草稿；不能改的说明原因，其余照改',
  body: { name: 'AmendDrafts', schema: AmendDrafts },
  answer: { name: 'Amended', schema: Amended, description: '改好的和没有改的' },
  refusals: [],
  may,
  run: async (call) => {
    const { drafts, ...amendment } = call.body;
    const id = call.part('id');
    const known = new Set((await planFor(call, id)).drafts.map(({ value }) => value.id));
    if (drafts.some(({ draft }) => !known.has(draft))) throw new HTTPException(404);
    const seen = new Map(drafts.map(({ draft, version }) => [draft, version]));
    const wish = { meant: { seen }, amendment };
    return call.context.json(await amendDrafts(call.run, bookerOf(call.context, '接口'), id, wish));
  },
});

const publishPlan = operation({
  verb: 'post',
  path: '/plans/{id}/publish',
  operationId: 'publishPlan',
  summary: `发布：一次登记至多 ${PORTION} 项，没有登记完时再调用`,
  body: { name: 'PublishPlan', schema: PublishPlan },
  answer: { name: 'Published', schema: Published, description: '进度' },
  refusals: [409],
  may,
  run: async (call) => {
    const id = call.part('id');
    await planFor(call, id);
    const wish = { ...call.body, most: PORTION };
    return call.context.json(
      await publishReview(call.run, bookerOf(call.context, '接口'), id, wish),
    );
  },
});

const dropPlan = operation({
  verb: 'post',
  path: '/plans/{id}/drop',
  operationId: 'dropPlan',
  summary: '放弃一份没有发布的计划',
  body: { name: 'Nothing', schema: Nothing },
  answer: { name: 'Plan', schema: OnePlan, description: '放弃以后的计划' },
  refusals: [409],
  may,
  run: async (call) => {
    const id = call.part('id');
    await planFor(call, id);
    await dropReview(call.run, bookerOf(call.context, '接口'), id);
    return answerPlan(call, id);
  },
});

const reopenPlan = operation({
  verb: 'post',
  path: '/plans/{id}/reopen',
  operationId: 'reopenPlan',
  summary: '没有登记完的发布回到核对；登记过的事项保留',
  body: { name: 'Nothing', schema: Nothing },
  answer: { name: 'Plan', schema: OnePlan, description: '回到核对的计划' },
  refusals: [409],
  may,
  run: async (call) => {
    const id = call.part('id');
    await planFor(call, id);
    await reopenReview(call.run, bookerOf(call.context, '接口'), id);
    return answerPlan(call, id);
  },
});

/** What can be read and done of plans on their way into the register. */
export const plans: readonly Operation[] = [
  listPlans,
  uploadPlan,
  readPlan,
  listDrafts,
  amendPlanDrafts,
  publishPlan,
  dropPlan,
  reopenPlan,
];

/** @throws {HTTPException} 404 for a plan that is not there. */
async function planFor({ run, portal }: Call, id: string): Promise<ReviewRead> {
  const read = await readReview(run.park.id, id, portal.needs);
  if (!read) throw new HTTPException(404);
  return read;
}

async function answerPlan(call: Call, id: string): Promise<Response> {
  const read = await planFor(call, id);
  return call.context.json(onePlan(read), 200, { ETag: etag(read.kept) });
}
