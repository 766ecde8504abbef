import { z } from 'zod';
import { Label, OneLine } from '../../domain/base/parsing.ts';
import { MAX_BULK } from '../../domain/tasks/bulk-act.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import { undoBulk } from '../../flows/tasks/bulk.ts';
import { undoMove } from '../../flows/tasks/undo.ts';
import { operation } from '../api/operation.ts';
import { bookerOf } from '../http/posts.ts';
import { BulkResult, bulkBodyOf } from './bulk-api.ts';
import { answerWith, rowFor } from './call.ts';
import { TaskBody } from './schemas.ts';

/** Which move of a task is taken back. */
export const UndoInput = z.object({
  version: z.coerce.number().int().positive().describe('要撤回的那一步办理以后的版本'),
});

/** `POST /items/{id}/undo` */
export const undoItem = operation({
  verb: 'post',
  path: '/items/{id}/undo',
  operationId: 'undoItem',
  summary: '10分钟内撤回最后一步手续：撤销、中止、改派、并入，或成批办理的一步',
  body: { name: 'Undo', schema: UndoInput },
  answer: { name: 'Item', schema: TaskBody, description: '撤回以后的事项' },
  refusals: [409],
  run: async (call) => {
    const { task } = await rowFor(call);
    const wish = { task: task.id, version: call.body.version };
    await undoMove(call.run, bookerOf(call.context, '接口'), wish);
    return answerWith(call, await rowFor(call));
  },
});

const UndoManyInput = z.object({
  batch: Label.describe('成批办理的编号'),
  items: z.array(OneLine.brand<'TaskId'>()).min(1).max(MAX_BULK).describe('要撤回的事项编号'),
});

/** `POST /items/undo` */
export const undoItems = operation({
  verb: 'post',
  path: '/items/undo',
  operationId: 'undoItems',
  summary: '10分钟内整批撤回成批办理的一步；之后有人办过的事项不动，写明原因',
  body: { name: 'UndoMany', schema: UndoManyInput },
  answer: { name: 'BulkResult', schema: BulkResult, description: '每一项的变化，或没有撤回的原因' },
  refusals: [],
  may: (viewer) => mayInPark(viewer, 'moveMany'),
  run: async ({ run, body: { batch, items }, context }) => {
    const maker = { ...bookerOf(context, '接口'), why: '', batch };
    const lines = await undoBulk(run, maker, [...new Set(items)]);
    return context.json({ batch, lines: lines.map(bulkBodyOf) });
  },
});
