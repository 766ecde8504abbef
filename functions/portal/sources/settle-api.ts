import { z } from 'zod';
import { ReviewId, TaskId } from '../../domain/base/ids.ts';
import { offerNames } from '../../flows/sources/offers.ts';
import { settleChanges } from '../../flows/sources/settle-changes.ts';
import { operation } from '../api/operation.ts';
import { bookerOf } from '../http/posts.ts';
import { may, planFor } from './call.ts';
import { AmendedBody } from './schemas.ts';

const SettleChanges = z.object({
  changes: z
    .array(z.object({ task: TaskId, offer: z.enum(offerNames), version: z.int().positive() }))
    .min(1)
    .max(1000)
    .describe('要办的改动和读到的事项版本；没有列出的照旧'),
});

/** `POST /plans/{id}/changes` */
export const settlePlan = operation({
  verb: 'post',
  path: '/plans/{id}/changes',
  operationId: 'settleChanges',
  summary: '按新版本调整或撤销登记过的事项，逐项办理',
  body: { name: 'SettleChanges', schema: SettleChanges },
  answer: { name: 'Amended', schema: AmendedBody, description: '办了几项，哪些没有办' },
  refusals: [409],
  may,
  run: async (call) => {
    const id = ReviewId.parse(call.part('id'));
    await planFor(call, id);
    const booker = bookerOf(call.context, '接口');
    return call.context.json(await settleChanges(call.run, booker, id, call.body.changes));
  },
});
