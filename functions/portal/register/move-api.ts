import type { z } from 'zod';
import type { TaskId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import { changeTask } from '../../flows/tasks/change-task.ts';
import { readRow } from '../../flows/views/board.ts';
import { type Call, operation } from '../api/operation.ts';
import { seenIn, unlessOvertaken, type WishKey, wishKeyOf } from '../api/versions.ts';
import { answerWith, historyFor, rowFor } from './call.ts';
import { MoveForm, moveOf } from './move-form.ts';
import { itemOf, TaskBody } from './schemas.ts';

/** `POST /items/{id}/moves` */
export const moveItem = operation({
  verb: 'post',
  path: '/items/{id}/moves',
  operationId: 'moveItem',
  summary: '办理一项手续',
  body: { name: 'Move', schema: MoveForm },
  answer: { name: 'Item', schema: TaskBody, description: '办理以后的事项' },
  refusals: [],
  ifMatch: true,
  once: true,
  run: async (call) => {
    const { task } = await rowFor(call);
    const seen = seenIn(call);
    const wish = wishKeyOf(call);
    await refuseOtherWish(call, task.id, wish);
    return unlessOvertaken(
      call,
      () => move(call, { task: task.id, seen, key: wish.key }),
      async () => itemOf(await rowFor(call)),
    );
  },
});

async function move(
  call: Call<unknown, z.output<typeof MoveForm>>,
  wish: { readonly task: TaskId; readonly seen: number; readonly key: string },
): Promise<Response> {
  const { run, viewer, body } = call;
  const mover = { ...wish, by: viewer.id, why: body.why, via: '接口' };
  return answerWith(call, await readRow(run, await changeTask(run, mover, moveOf(body))));
}

/** @throws {BadInput} if the idempotency key was used for another request. */
async function refuseOtherWish(call: Call, task: TaskId, { name, key }: WishKey): Promise<void> {
  const made = await historyFor(call, task);
  const mine = `${call.viewer.id}/`;
  const isOther = ({ id }: { readonly id: string }): boolean =>
    id.startsWith(`${mine}${name}~`) && id !== `${mine}${key}`;
  if (!made.some(isOther)) return;
  const message = '这个键已经用在另一个请求上';
  throw new BadInput([{ place: 'Idempotency-Key', message, remedy: '请给新的请求换一个键' }]);
}
