import { z } from 'zod';
import { sorted } from '../../domain/papers/board.ts';
import { filtered } from '../../domain/papers/task-filter.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { readBoard, rowsIn } from '../../flows/views/board.ts';
import { readProofs } from '../../flows/views/messages.ts';
import { type Operation, operation } from '../api/operation.ts';
import { pageOf, paging } from '../api/paging.ts';
import { earlierYears, filterOf, narrowing } from '../http/query.ts';
import { YearQuery } from '../http/year.ts';
import { ProofsBody, proofsBody } from '../messages/schemas.ts';
import { moveItems } from './bulk-api.ts';
import { answerWith, historyFor, rowFor } from './call.ts';
import { moveItem } from './move-api.ts';
import { addItem } from './new-item-api.ts';
import { nodeItems } from './nodes-api.ts';
import { HistoryBody, historyBody, ItemPage, itemOf, TaskBody } from './schemas.ts';
import { splitItem } from './split-api.ts';
import { undoItem, undoItems } from './undo-api.ts';

/** What the list can be asked for. Unlike in an address of a page, a wrong value is refused. */
const ItemQuery = YearQuery.extend({
  earlier: earlierYears.describe('yes：往年未办结的事项，代替本年度的'),
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
    const board = await readBoard(run, viewer, query.year);
    const rows = rowsIn(board, query.earlier === 'yes');
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
  answer: { name: 'Item', schema: TaskBody, description: '事项' },
  refusals: [],
  run: async (call) => answerWith(call, await rowFor(call)),
});

const readHistory = operation({
  verb: 'get',
  path: '/items/{id}/history',
  operationId: 'readHistory',
  summary: '办理记录，从早到晚',
  answer: { name: 'History', schema: HistoryBody, description: '办理记录' },
  refusals: [],
  run: async (call) => {
    const { task } = await rowFor(call);
    return call.context.json(historyBody(await historyFor(call, task.id)));
  },
});

const readItemProofs = operation({
  verb: 'get',
  path: '/items/{id}/proofs',
  operationId: 'readProofs',
  summary: '送达凭证：为这一项发给谁、何时发出、谁签收',
  answer: { name: 'Proofs', schema: ProofsBody, description: '送达凭证' },
  refusals: [],
  run: async (call) => {
    const { task } = await rowFor(call);
    return call.context.json(proofsBody(await readProofs(call.run, call.viewer, task.id)));
  },
});

/** What can be read and done of the tasks. */
export const items: readonly Operation[] = [
  listItems,
  addItem,
  readItem,
  readHistory,
  readItemProofs,
  moveItem,
  moveItems,
  undoItem,
  undoItems,
  ...nodeItems,
  splitItem,
];
