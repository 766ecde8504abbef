import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { ReviewId } from '../../domain/base/ids.ts';
import { DraftView, isInView } from '../../domain/sources/draft-view.ts';
import { amendDrafts } from '../../flows/sources/amend-drafts.ts';
import { operation } from '../api/operation.ts';
import { pageOf, paging } from '../api/paging.ts';
import { bookerOf } from '../http/posts.ts';
import { may, planFor } from './call.ts';
import { AmendDrafts, AmendedBody, DraftsBody, draftBody } from './schemas.ts';

/** `GET /plans/{id}/drafts` */
export const listDrafts = operation({
  verb: 'get',
  path: '/plans/{id}/drafts',
  operationId: 'listDrafts',
  summary: '一份计划的草稿，按原文的顺序',
  query: z.object({
    view: DraftView.default('all'),
    area: z.coerce.number().int().min(0).max(99).optional(),
    ...paging,
  }),
  answer: { name: 'DraftPage', schema: DraftsBody, description: '一页草稿' },
  refusals: [],
  may,
  run: async (call) => {
    const { view, area = null } = call.query;
    const { drafts } = await planFor(call, ReviewId.parse(call.part('id')));
    const wanted = drafts.filter(({ value }) => isInView(value, view, area));
    const { entries, ...ends } = pageOf(wanted, ({ value }) => value.id, call.query);
    return call.context.json({ drafts: entries.map(draftBody), ...ends });
  },
});

/** `POST /plans/{id}/drafts/amendments` */
export const amendPlanDrafts = operation({
  verb: 'post',
  path: '/plans/{id}/drafts/amendments',
  operationId: 'amendDrafts',
  summary: '采纳、不采纳或修改草稿；不能改的说明原因，其余照改',
  body: { name: 'AmendDrafts', schema: AmendDrafts },
  answer: { name: 'Amended', schema: AmendedBody, description: '改好的和没有改的' },
  refusals: [],
  may,
  run: async (call) => {
    const { drafts, ...amendment } = call.body;
    const id = ReviewId.parse(call.part('id'));
    const known = new Set((await planFor(call, id)).drafts.map(({ value }) => value.id));
    if (drafts.some(({ draft }) => !known.has(draft))) throw new HTTPException(404);
    const seen = new Map(drafts.map(({ draft, version }) => [draft, version]));
    const wish = { meant: { seen }, amendment };
    return call.context.json(await amendDrafts(call.run, bookerOf(call.context, '接口'), id, wish));
  },
});
