import type { z } from 'zod';
import { BadInput } from '../../domain/base/problems.ts';
import { directoryIn } from '../../domain/contacts/directory-record.ts';
import { keepContact, removeContact } from '../../flows/contacts/keep-contacts.ts';
import type { Keeping } from '../../flows/contacts/refuse-keeping.ts';
import { setStandIn } from '../../flows/contacts/stand-in.ts';
import { refreshed } from '../../flows/context/open-context.ts';
import { tellOwnerless } from '../../flows/wake/ownerless.ts';
import { toldToday } from '../../flows/wake/told-today.ts';
import { type Call, operation } from '../api/operation.ts';
import { markIn, unlessOvertaken } from '../api/versions.ts';
import { bookerOf } from '../http/posts.ts';
import { answerFollowed, bodyOf, contactFor, markOf, mayKeep } from './call.ts';
import { vacatedTasks } from './contact-view.ts';
import { followAll } from './following.ts';
import { printOf } from './form.ts';
import {
  ContactWish,
  FollowedBody,
  LeavingQuery,
  OneContact,
  Removed,
  StandInWish,
} from './schemas.ts';

/** `POST /contacts` */
export const addContact = operation({
  verb: 'post',
  path: '/contacts',
  operationId: 'addContact',
  summary: '增加联系人；渠道是 mail、https 的随即发出订阅确认',
  body: { name: 'ContactWish', schema: ContactWish },
  answer: { name: 'FollowedContact', schema: FollowedBody, description: '增加以后的联系人' },
  refusals: [409],
  may: mayKeep,
  run: (call) => keep(call, ''),
});

/** `PUT /contacts/{id}` */
export const replaceContact = operation({
  verb: 'put',
  path: '/contacts/{id}',
  operationId: 'replaceContact',
  summary: '整条替换一个联系人',
  body: { name: 'ContactWish', schema: ContactWish },
  answer: { name: 'FollowedContact', schema: FollowedBody, description: '替换以后的联系人' },
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

/** `DELETE /contacts/{id}` */
export const deleteContact = operation({
  verb: 'delete',
  path: '/contacts/{id}',
  operationId: 'removeContact',
  summary: '移除联系人；它的提醒转给园区办',
  query: LeavingQuery,
  answer: { name: 'RemovedContact', schema: Removed, description: '移除了谁，哪些事项因此缺岗' },
  refusals: [422],
  may: mayKeep,
  ifMatch: true,
  run: async (call) => {
    const { id } = contactFor(call);
    const mark = markIn(call);
    return unlessGone(call, async () => {
      const vacated = await vacatedTasks(call.run, id);
      const { why = '' } = call.query;
      await removeContact(id, keepingOf(call, mark, why), call.portal.ports);
      await tellIfLeft(call, why);
      await followAll(call.run.park.id, call.portal);
      const told = await toldToday(call.run, id);
      const ids = vacated.map((task) => task.id);
      return call.context.json({ removed: id, vacated: ids, toldToday: told.length });
    });
  },
});

/** `PUT /contacts/{id}/stand-in` */
export const arrangeStandIn = operation({
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
      const contact = await setStandIn(wanted, call.portal.ports);
      return call.context.json(await bodyOf(call, contact), 200, { ETag: markOf(contact) });
    });
  },
});

const keepingOf = ({ context, run }: Call, mark: string, why = ''): Required<Keeping> => ({
  park: run.park.id,
  ...bookerOf(context, '接口'),
  isAsSeen: (now) => printOf(now) === mark,
  why,
});

/** Tells the office in its next digest what was left without an owner for the reason `why`. */
async function tellIfLeft({ run }: Call, why: string): Promise<void> {
  if (why !== '') await tellOwnerless(await refreshed(run));
}

const unlessGone = (call: Call, make: () => Promise<Response>): Promise<Response> =>
  unlessOvertaken(call, make, async () => {
    const { value } = await call.portal.ports.register.directory(call.run.park.id);
    return directoryIn(value).contact(call.part('id')) ?? null;
  });

async function keep(
  call: Call<unknown, z.output<typeof ContactWish>>,
  mark: string,
): Promise<Response> {
  const { confirm: isTaking = false, why = '', ...next } = call.body;
  const placing = { ...keepingOf(call, mark, why), isTaking };
  const kept = await keepContact(next, placing, call.portal.ports);
  await tellIfLeft(call, why);
  return answerFollowed(call, kept);
}
