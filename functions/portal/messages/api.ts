import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { DigestId } from '../../domain/base/ids.ts';
import { digestId } from '../../domain/messages/digest.ts';
import { mayRevokeLink } from '../../domain/tasks/read-permissions.ts';
import { revokeLinks } from '../../flows/contacts/revoke-links.ts';
import { readBoard } from '../../flows/views/board.ts';
import { readLoad, readMessages } from '../../flows/views/messages.ts';
import { type Operation, operation } from '../api/operation.ts';
import { pageOf, paging } from '../api/paging.ts';
import { YearQuery } from '../http/year.ts';
import { MessageBody, Messages, messageBody, Units, unitsBody } from './schemas.ts';

const listMessages = operation({
  verb: 'get',
  path: '/messages',
  operationId: 'listMessages',
  summary: '最近十四天发出的提醒，最新的在前',
  query: z.object(paging),
  answer: { name: 'Messages', schema: Messages, description: '一页提醒' },
  refusals: [],
  run: async ({ context, run, viewer, query }) => {
    const all = await readMessages(run, viewer);
    const { entries, ...ends } = pageOf(all, digestId, query);
    return context.json({ messages: entries.map(messageBody), ...ends });
  },
});

const revokeLink = operation({
  verb: 'post',
  path: '/messages/{id}/revocation',
  operationId: 'revokeLink',
  summary: '作废一条提醒的链接，不能恢复；再作废一次没有变化',
  answer: { name: 'Message', schema: MessageBody, description: '提醒' },
  refusals: [422],
  may: mayRevokeLink,
  run: async ({ context, run, portal, part }) => {
    const read = await portal.ports.ledger.read(run.park.id, DigestId.parse(part('id')));
    if (!read?.value.code) throw new HTTPException(404);
    await revokeLinks(read.value, portal.ports);
    return context.json(messageBody(read.value));
  },
});

const readUnits = operation({
  verb: 'get',
  path: '/units',
  operationId: 'readUnits',
  summary: '各责任单位一个年度的事项和灯，和各岗位每周收到的提醒',
  query: YearQuery,
  answer: { name: 'Units', schema: Units, description: '责任负担' },
  refusals: [],
  run: async ({ context, run, viewer, query }) => {
    const { rows } = await readBoard(run, viewer, query.year);
    return context.json(unitsBody(rows, await readLoad(run, viewer)));
  },
});

/** What can be read and done of the messages, and of those who get them. */
export const messages: readonly Operation[] = [listMessages, revokeLink, readUnits];
