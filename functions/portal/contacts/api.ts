import type { z } from 'zod';
import { BadInput } from '../../domain/base/problems.ts';
import { directoryIn } from '../../domain/contacts/directory-record.ts';
import { maySeeSettings } from '../../domain/tasks/permissions.ts';
import { type Keeping, keepContact, removeContact } from '../../flows/contacts/keep-contacts.ts';
import { setStandIn } from '../../flows/contacts/stand-in.ts';
import { toldToday } from '../../flows/wake/send-again.ts';
import { type Call, type Operation, operation } from '../api/operation.ts';
import { markIn, unlessOvertaken } from '../api/versions.ts';
import { bookerOf } from '../http/posts.ts';
import { History, historyOf } from '../register/schemas.ts';
import { answerFollowed, bodyOf, contactFor, markOf, mayKeep } from './call.ts';
import { subscriptionsOf, vacatedTasks } from './contact-view.ts';
import { followAll } from './following.ts';
import { printOf } from './form.ts';
import {
  Contacts,
  ContactWish,
  contactBody,
  Followed,
  OneContact,
  Removed,
  StandInWish,
} from './schemas.ts';

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
    return context.json({
      contacts: run.contacts.map((each) => contactBody(each, subscriptions, run.needs.outlets)),
    });
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
    return call.context.json(await bodyOf(call, contact), 200, { ETag: markOf(contact) });
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
  run: (call) => keep(call, ''),
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
    return unlessGone(call, () => keep(call, mark));
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
      await followAll(call.run.park.id, call.portal);
      const told = await toldToday(call.run, id);
      const ids = vacated.map((task) => task.id);
      return call.context.json({ removed: id, vacated: ids, toldToday: told.length });
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
      return call.context.json(await bodyOf(call, contact), 200, { ETag: markOf(contact) });
    });
  },
});

const readHistory = operation({
  verb: 'get',
  path: '/directory/history',
  operationId: 'readDirectoryHistory',
  summary: '通讯录的变动记录，从早到晚',
  answer: { name: 'History', schema: History, description: '变动记录' },
  refusals: [],
  may: maySeeSettings,
  run: async ({ context, run, portal }) =>
    context.json(historyOf(await portal.needs.register.directoryHistory(run.park.id))),
});

/** What can be read and done of those who are told. */
export const contacts: readonly Operation[] = [
  listContacts,
  readContact,
  addContact,
  replaceContact,
  deleteContact,
  arrangeStandIn,
  readHistory,
];

const keepingOf = ({ context, run }: Call, mark: string): Required<Keeping> => ({
  park: run.park.id,
  ...bookerOf(context, '接口'),
  isAsSeen: (now) => printOf(now) === mark,
});

const unlessGone = (call: Call, make: () => Promise<Response>): Promise<Response> =>
  unlessOvertaken(call, make, async () => {
    const { value } = await call.portal.needs.register.directory(call.run.park.id);
    return directoryIn(value).contact(call.part('id')) ?? null;
  });

async function keep(
  call: Call<unknown, z.output<typeof ContactWish>>,
  mark: string,
): Promise<Response> {
  const { confirm: isTaking = false, ...next } = call.body;
  const placing = { ...keepingOf(call, mark), isTaking };
  return answerFollowed(call, await keepContact(next, placing, call.portal.needs));
}
