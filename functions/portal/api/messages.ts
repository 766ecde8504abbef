import { z } from 'zod';
import { digestId } from '../../domain/digest.ts';
import { readMessages } from '../../flows/messages.ts';
import { Messages, messageOf } from './message-schemas.ts';
import { type Operation, operation } from './operation.ts';
import { pageOf, paging } from './paging.ts';

const listMessages = operation({
  verb: 'get',
  path: '/messages',
  operationId: 'listMessages',
  summary: '最近十四天发出的提醒，最新的在前',
  query: z.strictObject(paging),
  answer: { name: 'Messages', schema: Messages, description: '一页提醒' },
  refusals: [],
  run: async ({ context, run, viewer, query }) => {
    const all = await readMessages(run, viewer);
    const { entries, ...ends } = pageOf(all, digestId, query);
    return context.json({ messages: entries.map(messageOf), ...ends });
  },
});

/** What can be read and done of the messages. */
export const messages: readonly Operation[] = [listMessages];
