import { z } from 'zod';
import { BadInput } from '../../domain/base/problems.ts';
import { NewItem } from '../../domain/sources/new-item.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import { registerItem } from '../../flows/sources/register-item.ts';
import { readRow } from '../../flows/views/board.ts';
import { found, operation } from '../api/operation.ts';
import { bookerOf } from '../http/posts.ts';
import { answerWith } from './call.ts';
import { TaskBody } from './schemas.ts';

const NewItemBody = NewItem.extend({
  confirm: z
    .array(z.enum(['past', 'other']))
    .default([])
    .describe('past：期限已经过去，照此登记；other：与相近的一项不是同一件事'),
});

/** `POST /items` */
export const addItem = operation({
  verb: 'post',
  path: '/items',
  operationId: 'addItem',
  summary: '登记一项文件里没有的事项，并交办',
  body: { name: 'NewItem', schema: NewItemBody },
  answer: { name: 'Item', schema: TaskBody, description: '登记好的事项' },
  refusals: [],
  may: (viewer) => mayInPark(viewer, 'enterPlan'),
  once: true,
  run: async (call) => {
    const { body, context, portal, run } = call;
    const { confirm, ...item } = body;
    const key = context.req.header('Idempotency-Key') ?? portal.ports.newId();
    const confirmed = { past: confirm.includes('past'), other: confirm.includes('other') };
    const answer = await registerItem(run, bookerOf(context, '接口'), { item, key, confirmed });
    if ('questions' in answer) throw asked(answer.questions);
    const stored = found(await portal.ports.register.task(run.park.id, answer.task.id));
    return answerWith(call, await readRow(run, stored));
  },
});

const asked = (
  questions: readonly { readonly about: string; readonly message: string }[],
): BadInput =>
  new BadInput(
    questions.map(({ about, message }) => ({
      place: 'confirm',
      message,
      remedy: `确认的，请在 confirm 里写 ${about}`,
    })),
  );
