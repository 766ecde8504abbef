import { z } from 'zod';
import { TaskId } from '../../domain/base/ids.ts';
import { Remark } from '../../domain/base/parsing.ts';
import { splitTask } from '../../flows/sources/split-task.ts';
import { operation } from '../api/operation.ts';
import { bookerOf } from '../http/posts.ts';
import { answerWith, rowFor } from './call.ts';
import { TaskBody } from './schemas.ts';

/** Which promise of another source is to be a task of its own. */
export const SplitForm = z.object({
  promise: TaskId.describe('并入的那一项在它的来源里的编号'),
  why: Remark.default(''),
});

/** `POST /items/{id}/split` */
export const splitItem = operation({
  verb: 'post',
  path: '/items/{id}/split',
  operationId: 'splitItem',
  summary: '把并入的一项拆分出来，单独登记',
  body: { name: 'Split', schema: SplitForm },
  answer: { name: 'Item', schema: TaskBody, description: '拆分以后的事项' },
  refusals: [409],
  run: async (call) => {
    const { task } = await rowFor(call);
    const booker = bookerOf(call.context, '接口');
    await splitTask(call.run, booker, { task: task.id, ...call.body });
    return answerWith(call, await rowFor(call));
  },
});
