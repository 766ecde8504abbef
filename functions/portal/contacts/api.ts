import { maySeeSettings } from '../../domain/tasks/read-permissions.ts';
import { type Operation, operation } from '../api/operation.ts';
import { HistoryBody, historyBody } from '../register/schemas.ts';
import { bodyOf, contactFor, markOf } from './call.ts';
import { addContact, arrangeStandIn, deleteContact, replaceContact } from './change-api.ts';
import { subscriptionsOf } from './contact-view.ts';
import { Contacts, contactBody, OneContact } from './schemas.ts';

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
      contacts: run.contacts.map((each) => contactBody(each, subscriptions, run.ports.outlets)),
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

const readHistory = operation({
  verb: 'get',
  path: '/directory/history',
  operationId: 'readDirectoryHistory',
  summary: '通讯录的变动记录，从早到晚',
  answer: { name: 'History', schema: HistoryBody, description: '变动记录' },
  refusals: [],
  may: maySeeSettings,
  run: async ({ context, run, portal }) =>
    context.json(historyBody(await portal.ports.register.directoryHistory(run.park.id))),
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
