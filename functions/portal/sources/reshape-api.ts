import { z } from 'zod';
import { ReviewId } from '../../domain/base/ids.ts';
import { mergeDrafts } from '../../flows/sources/merge-drafts.ts';
import { moveDraft } from '../../flows/sources/move-draft.ts';
import { splitDraft } from '../../flows/sources/split-draft.ts';
import { type Call, operation } from '../api/operation.ts';
import { bookerOf } from '../http/posts.ts';
import { may, planFor } from './call.ts';
import { DraftBody } from './schemas.ts';
import { answerDraft } from './text-api.ts';

const seen = { version: z.int().positive().describe('读到的版本；别人改过的不动') };

/** Carries out `act` on the draft that the path names, and returns the draft that stays. */
const onDraft =
  <Body>(act: (call: Call<unknown, Body>, id: ReviewId, draft: string) => Promise<string>) =>
  async (call: Call<unknown, Body>): Promise<Response> => {
    const id = ReviewId.parse(call.part('id'));
    await planFor(call, id);
    return answerDraft(call, id, await act(call, id, call.part('draft')));
  };

/** `POST /plans/{id}/drafts/{draft}/split` */
export const splitPlanDraft = operation({
  verb: 'post',
  path: '/plans/{id}/drafts/{draft}/split',
  operationId: 'splitDraft',
  summary: '把一条草稿拆成两条：前一条留原编号，后一条另给编号，都退回待定',
  body: {
    name: 'SplitDraft',
    schema: z.object({
      ...seen,
      at: z.int().positive().describe('后一条从哪里起，按字数；只能在，；、。后面'),
    }),
  },
  answer: { name: 'PlanDraft', schema: DraftBody, description: '前一条' },
  refusals: [],
  may,
  run: onDraft(async ({ body, ...call }, id, draft) => {
    await splitDraft(call.run, bookerOf(call.context, '接口'), id, { draft, ...body });
    return draft;
  }),
});

/** `POST /plans/{id}/drafts/{draft}/merge` */
export const mergePlanDrafts = operation({
  verb: 'post',
  path: '/plans/{id}/drafts/{draft}/merge',
  operationId: 'mergeDrafts',
  summary: '两条草稿并成一条：留在前一条的编号，另一条记为不采纳',
  body: {
    name: 'MergeDrafts',
    schema: z.object({ ...seen, into: z.string().describe('与哪一条并') }),
  },
  answer: { name: 'PlanDraft', schema: DraftBody, description: '留下的一条' },
  refusals: [],
  may,
  run: onDraft(({ body, ...call }, id, draft) =>
    mergeDrafts(call.run, bookerOf(call.context, '接口'), id, { draft, ...body }),
  ),
});

/** `POST /plans/{id}/drafts/{draft}/move` */
export const movePlanDraft = operation({
  verb: 'post',
  path: '/plans/{id}/drafts/{draft}/move',
  operationId: 'moveDraft',
  summary: '草稿在次序里上移或下移一位',
  body: {
    name: 'MoveDraft',
    schema: z.object({ ...seen, step: z.enum(['up', 'down']) }),
  },
  answer: { name: 'PlanDraft', schema: DraftBody, description: '草稿' },
  refusals: [],
  may,
  run: onDraft(async ({ body, ...call }, id, draft) => {
    await moveDraft(call.run, bookerOf(call.context, '接口'), id, { draft, ...body });
    return draft;
  }),
});
