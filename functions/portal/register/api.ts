import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { TaskId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import type { Change } from '../../domain/contacts/change.ts';
import { filtered, type Row, sorted } from '../../domain/papers/board.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { mayRead } from '../../domain/tasks/permissions.ts';
import { changeTask } from '../../flows/tasks/change-task.ts';
import { readBoard, readRow } from '../../flows/views/board.ts';
import { readProofs } from '../../flows/views/messages.ts';
import { type Call, type Operation, operation } from '../api/operation.ts';
import { pageOf, paging } from '../api/paging.ts';
import { etag, seenIn, unlessOvertaken, type WishKey, wishKeyOf } from '../api/versions.ts';
import { filterOf, narrowing } from '../http/query.ts';
import { Proofs, proofsBody } from '../messages/schemas.ts';
import { MoveForm, moveOf } from './move-form.ts';
import { History, historyOf, Item, ItemPage, itemOf } from './schemas.ts';

/** What the list can be asked for. Unlike in an address of a page, a wrong value is refused. */
const ItemQuery = z.object({
  ...narrowing,
  sort: z.enum(['urgency', 'plan', 'unit', 'due']).default('urgency'),
  ...paging,
});

const listItems = operation({
  verb: 'get',
  path: '/items',
  operationId: 'listItems',
  summary: '任务清单',
  query: ItemQuery,
  answer: { name: 'ItemPage', schema: ItemPage, description: '一页事项' },
  refusals: [],
  run: async ({ context, run, viewer, query }) => {
    const { rows } = await readBoard(run, viewer);
    const today = localDay(run.now, run.rules);
    const wanted = sorted(filtered(rows, filterOf(query), today), query.sort);
    const { entries, ...ends } = pageOf(wanted, ({ task }) => task.id, query);
    return context.json({ items: entries.map(itemOf), ...ends });
  },
});

const readItem = operation({
  verb: 'get',
  path: '/items/{id}',
  operationId: 'readItem',
  summary: '一项任务，ETag 是它的版本',
  answer: { name: 'Item', schema: Item, description: '事项' },
  refusals: [],
  run: async (call) => answerWith(call, await rowFor(call)),
});

const readHistory = operation({
  verb: 'get',
  path: '/items/{id}/history',
  operationId: 'readHistory',
  summary: '办理记录，从早到晚',
  answer: { name: 'History', schema: History, description: '办理记录' },
  refusals: [],
  run: async (call) => {
    const { task } = await rowFor(call);
    return call.context.json(historyOf(await historyFor(call, task.id)));
  },
});

const readItemProofs = operation({
  verb: 'get',
  path: '/items/{id}/proofs',
  operationId: 'readProofs',
  summary: '送达凭证：为这一项发给谁、何时发出、谁签收',
  answer: { name: 'Proofs', schema: Proofs, description: '送达凭证' },
  refusals: [],
  run: async (call) => {
    const { task } = await rowFor(call);
    return call.context.json(proofsBody(await readProofs(call.run, call.viewer, task.id)));
  },
});

const moveItem = operation({
  verb: 'post',
  path: '/items/{id}/moves',
  operationId: 'moveItem',
  summary: '办理一项手续',
  body: { name: 'Move', schema: MoveForm },
  answer: { name: 'Item', schema: Item, description: '办理以后的事项' },
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

/** What can be read and done of the tasks. */
export const items: readonly Operation[] = [
  listItems,
  readItem,
  readHistory,
  readItemProofs,
  moveItem,
];

async function move(
  call: Call<unknown, z.output<typeof MoveForm>>,
  wish: { readonly task: TaskId; readonly seen: number; readonly key: string },
): Promise<Response> {
  const { run, viewer, body } = call;
  const mover = { ...wish, by: viewer.id, why: body.why, via: '接口' };
  return answerWith(call, await readRow(run, await changeTask(run, mover, moveOf(body))));
}

const answerWith = ({ context }: Call, row: Row): Response =>
  context.json(itemOf(row), 200, { ETag: etag(row) });

const historyFor = ({ run, portal }: Call, task: TaskId): Promise<readonly Change[]> =>
  portal.needs.register.history(run.park.id, task);

/** @throws {BadInput} if the key of a wish named another one before. */
async function refuseOtherWish(call: Call, task: TaskId, { name, key }: WishKey): Promise<void> {
  const made = await historyFor(call, task);
  const mine = `${call.viewer.id}/`;
  const isOther = ({ id }: { readonly id: string }): boolean =>
    id.startsWith(`${mine}${name}~`) && id !== `${mine}${key}`;
  if (!made.some(isOther)) return;
  const message = '这个键已经用在另一个请求上';
  throw new BadInput([{ place: 'Idempotency-Key', message, remedy: '请给新的请求换一个键' }]);
}

/** @throws {HTTPException} 404 for a task that is not there or not to be seen. */
async function rowFor(call: Call): Promise<Row> {
  const { run, viewer, portal } = call;
  const stored = await portal.needs.register.task(run.park.id, TaskId.parse(call.part('id')));
  if (!stored || !mayRead(viewer, stored.task)) throw new HTTPException(404);
  return readRow(run, stored);
}
