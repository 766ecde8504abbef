import { HTTPException } from 'hono/http-exception';
import type { Contact } from '../../domain/contact.ts';
import { forbiddenInPark, maySeeSettings } from '../../domain/permissions.ts';
import { BadInput } from '../../domain/problem.ts';
import { type Keeping, keepContact, removeContact } from '../../flows/keep-contacts.ts';
import { sendTestMessage } from '../../flows/send-test-message.ts';
import { setStandIn } from '../../flows/stand-in.ts';
import { printOf } from '../contact-form.ts';
import { subscriptionsOf, vacatedTasks } from '../contact-view.ts';
import { follow, followRemoval } from '../following.ts';
import {
  Contacts,
  ContactWish,
  contactBody,
  Followed,
  OneContact,
  Removed,
  Sent,
  StandInWish,
} from './contact-schemas.ts';
import { type Call, type Operation, operation } from './operation.ts';
import { markIn, unlessOvertaken } from './versions.ts';

const mayKeep = (viewer: Contact): boolean => forbiddenInPark(viewer, 'keepContacts') === undefined;

const listContacts = operation({
  verb: 'get',
  path: '/contacts',
  operationId: 'listContacts',
  summary: '通讯录，和各人的订阅状态',
  answer: { name: 'Contacts', schema: Contacts, description: '通讯录' },
  refusals: [],
  may: maySeeSettings,
  run: async ({ context, run, portal }) => {
    const subscriptions = await subscriptionsOf(run, portal);
    return context.json({ contacts: run.contacts.map((each) => contactBody(each, subscriptions)) });
  },
});

const readContact = operation({
  verb: 'get',
  path: '/contacts/{id}',
  operationId: 'readContact',
  summary: '一个联系人，ETag 是它现在的样子',
  answer: { name: 'OneContact', schema: OneContact, description: '联系人' },
  refusals: [],
  may: maySeeSettings,
  run: async (call) => {
    const contact = contactFor(call);
    const body = contactBody(contact, await subscriptionsOf(call.run, call.portal));
    return call.context.json(body, 200, { ETag: markOf(contact) });
  },
});

const addContact = operation({
  verb: 'post',
  path: '/contacts',
  operationId: 'addContact',
  summary: '增加联系人；渠道是 mail、https 的随即发出订阅确认',
  body: { name: 'ContactWish', schema: ContactWish },
  answer: { name: 'FollowedContact', schema: Followed, description: '增加以后的联系人' },
  refusals: [409],
  may: mayKeep,
  run: async (call) => {
    await keepContact(call.body, keepingOf(call, ''), call.portal.needs);
    return answerFollowed(call, call.body);
  },
});

const replaceContact = operation({
  verb: 'put',
  path: '/contacts/{id}',
  operationId: 'replaceContact',
  summary: '整条替换一个联系人',
  body: { name: 'ContactWish', schema: ContactWish },
  answer: { name: 'FollowedContact', schema: Followed, description: '替换以后的联系人' },
  refusals: [],
  may: mayKeep,
  ifMatch: true,
  run: async (call) => {
    const { id } = contactFor(call);
    const mark = markIn(call);
    if (call.body.id !== id) {
      const message = `与地址里的 ${id} 不同`;
      throw new BadInput([{ place: 'id', message, remedy: '编号不能改' }]);
    }
    return unlessGone(call, async () => {
      await keepContact(call.body, keepingOf(call, mark), call.portal.needs);
      return answerFollowed(call, call.body);
    });
  },
});

const deleteContact = operation({
  verb: 'delete',
  path: '/contacts/{id}',
  operationId: 'removeContact',
  summary: '移除联系人；它的提醒转给园区办',
  answer: { name: 'RemovedContact', schema: Removed, description: '移除了谁，哪些事项因此缺岗' },
  refusals: [422],
  may: mayKeep,
  ifMatch: true,
  run: async (call) => {
    const { id } = contactFor(call);
    const mark = markIn(call);
    return unlessGone(call, async () => {
      const vacated = await vacatedTasks(call.run, id);
      await removeContact(id, keepingOf(call, mark), call.portal.needs);
      await followRemoval(call.run.park.id, call.portal);
      return call.context.json({ removed: id, vacated: vacated.map((task) => task.id) });
    });
  },
});

const arrangeStandIn = operation({
  verb: 'put',
  path: '/contacts/{id}/stand-in',
  operationId: 'setStandIn',
  summary: '设定或取消代收人',
  body: { name: 'StandInWish', schema: StandInWish },
  answer: { name: 'OneContact', schema: OneContact, description: '设定以后的联系人' },
  refusals: [],
  may: mayKeep,
  ifMatch: true,
  run: async (call) => {
    const { id } = contactFor(call);
    const wanted = { ...keepingOf(call, markIn(call)), contact: id, standIn: call.body.standIn };
    return unlessGone(call, async () => {
      const contact = await setStandIn(wanted, call.portal.needs);
      const body = contactBody(contact, await subscriptionsOf(call.run, call.portal));
      return call.context.json(body, 200, { ETag: markOf(contact) });
    });
  },
});

const invite = operation({
  verb: 'post',
  path: '/contacts/{id}/invitation',
  operationId: 'inviteContact',
  summary: '没有确认或已退订的，重新请其确认',
  answer: { name: 'FollowedContact', schema: Followed, description: '联系人' },
  refusals: [],
  may: mayKeep,
  run: async (call) => answerFollowed(call, contactFor(call)),
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
    const outcome = await sendTestMessage(run.park.id, contactFor(call), portal.needs);
    if (outcome.result === 'accepted') return context.json({ messageId: outcome.messageId });
    const message = `没有发出：${outcome.reason}`;
    throw new BadInput([{ place: '测试消息', message, remedy: '请稍后再试' }]);
  },
});

/** What can be read and done of those who are told. */
export const contacts: readonly Operation[] = [
  listContacts,
  readContact,
  addContact,
  replaceContact,
  deleteContact,
  arrangeStandIn,
  invite,
  test,
];

const markOf = (contact: Contact): string => `"${printOf(contact)}"`;

const keepingOf = ({ run, viewer }: Call, mark: string): Required<Keeping> => ({
  park: run.park.id,
  by: viewer.id,
  isAsSeen: (now) => printOf(now) === mark,
});

const unlessGone = (call: Call, make: () => Promise<Response>): Promise<Response> =>
  unlessOvertaken(call, make, async () => call.run.directory.contact(call.part('id')) ?? null);

async function answerFollowed(call: Call, contact: Contact): Promise<Response> {
  const { run, portal, context } = call;
  const followed = await follow(run.park.id, contact, portal);
  const body = { ...contactBody(contact, await subscriptionsOf(run, portal)), followed };
  return context.json(body, 200, { ETag: markOf(contact) });
}

/** @throws {HTTPException} 404 for a contact that is not there. */
function contactFor({ run, part }: Call): Contact {
  const contact = run.directory.contact(part('id'));
  if (!contact) throw new HTTPException(404);
  return contact;
}
