import { sendAgain } from '../../flows/wake/send-again.ts';
import { sendTestMessage } from '../../flows/wake/send-test-message.ts';
import { type Operation, operation } from '../api/operation.ts';
import { answerFollowed, contactFor, mayKeep } from './call.ts';
import { followAll } from './following.ts';
import { FollowedBody, Sent, SentAgain } from './schemas.ts';

const invite = operation({
  verb: 'post',
  path: '/contacts/{id}/invitation',
  operationId: 'inviteContact',
  summary: '没有确认或已退订的，重新请其确认',
  answer: { name: 'FollowedContact', schema: FollowedBody, description: '联系人' },
  refusals: [],
  may: mayKeep,
  run: async (call) => answerFollowed(call, { contact: contactFor(call), hasEndedLinks: false }),
});

const test = operation({
  verb: 'post',
  path: '/contacts/{id}/test-message',
  operationId: 'sendTestMessage',
  summary: '发一条测试消息',
  answer: { name: 'SentTest', schema: Sent, description: 'SNS 给它的编号' },
  refusals: [422],
  may: mayKeep,
  run: async (call) => {
    const { run, portal, context } = call;
    const contact = contactFor(call);
    await followAll(run.park.id, portal);
    return context.json({ messageId: await sendTestMessage(run, contact) });
  },
});

const again = operation({
  verb: 'post',
  path: '/contacts/{id}/again',
  operationId: 'sendAgain',
  summary: '把今天发给它的提醒再发一次，由现在担任这些岗位的联系人收到；已移除的也可以',
  answer: { name: 'SentAgain', schema: SentAgain, description: '发给了谁' },
  refusals: [409, 422],
  may: mayKeep,
  run: async ({ context, run, viewer, part }) => {
    const reached = await sendAgain(run, { by: viewer.id, contact: part('id') });
    return context.json({ sentTo: reached.map(({ id }) => id) });
  },
});

/** What is sent to a contact by hand. */
export const reaching: readonly Operation[] = [invite, test, again];
