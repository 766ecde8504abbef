import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { ReviewId } from '../../domain/base/ids.ts';
import { cutDraft } from '../../flows/sources/cut-draft.ts';
import { readAccount } from '../../flows/sources/read-account.ts';
import { type Call, operation } from '../api/operation.ts';
import { pageOf, paging } from '../api/paging.ts';
import { bookerOf } from '../http/posts.ts';
import { may, planFor } from './call.ts';
import { DraftBody, draftBody } from './schemas.ts';
import { CutBody, cutOf, sentenceBody, TextBody } from './text-schemas.ts';

/** `GET /plans/{id}/text` */
export const readText = operation({
  verb: 'get',
  path: '/plans/{id}/text',
  operationId: 'readPlanText',
  summary: '原文逐句的去向：列为草稿、草稿的一部分，或未列入和原因',
  query: z.object({ fate: z.enum(['draft', 'part', 'passed']).optional(), ...paging }),
  answer: { name: 'PlanText', schema: TextBody, description: '一页句子' },
  refusals: [],
  may,
  run: async (call) => {
    const read = await planFor(call, ReviewId.parse(call.part('id')));
    const { sentences, total, counts, unaccounted } = await readAccount(call.run, read);
    const { fate } = call.query;
    const wanted = sentences.filter((each) => fate === undefined || each.fate === fate);
    const { entries, ...ends } = pageOf(wanted, ({ number }) => String(number), call.query);
    const found = entries.map(sentenceBody);
    return call.context.json({
      characters: total,
      counts,
      unaccounted,
      sentences: found,
      ...ends,
    });
  },
});

/** `POST /plans/{id}/drafts` */
export const addDraft = operation({
  verb: 'post',
  path: '/plans/{id}/drafts',
  operationId: 'addDraft',
  summary: '把原文里的一句、几段或一些字列为草稿；已是草稿的，返回那一条',
  body: { name: 'AddDraft', schema: CutBody },
  answer: { name: 'PlanDraft', schema: DraftBody, description: '草稿' },
  refusals: [],
  may,
  run: async (call) => {
    const id = ReviewId.parse(call.part('id'));
    await planFor(call, id);
    const cut = cutOf(call.body);
    if (!cut) throw new HTTPException(400);
    const made = await cutDraft(call.run, bookerOf(call.context, '接口'), id, cut);
    return answerDraft(call, id, made.draft.id);
  },
});

/** Returns a draft as it stands now. */
export async function answerDraft(call: Call, id: ReviewId, draft: string): Promise<Response> {
  const { drafts } = await planFor(call, id);
  const kept = drafts.find(({ value }) => value.draft.id === draft);
  if (!kept) throw new HTTPException(404);
  return call.context.json(draftBody(kept));
}
