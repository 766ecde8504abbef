import { isReadable } from '../../functions/domain/base/faults.ts';
import { own } from '../../functions/domain/base/own.ts';
import { inChinese, problemsOf } from '../../functions/domain/base/parsing.ts';
import { BadInput } from '../../functions/domain/base/problems.ts';
import { roleName } from '../../functions/domain/base/role.ts';
import { type Contact, EnteredContact } from '../../functions/domain/contacts/contact.ts';
import { channelOf } from '../../functions/domain/contacts/outlets.ts';
import {
  type Subscription,
  subscriptionName,
  subscriptionOf,
  unreachedName,
  unreachedRemedy,
} from '../../functions/domain/contacts/subscription.ts';
import { keepContact, removeContact } from '../../functions/flows/contacts/keep-contacts.ts';
import { type Reach, reachContact } from '../../functions/flows/contacts/reach-contact.ts';
import { subscribeContacts } from '../../functions/flows/contacts/subscribe-contacts.ts';
import { beginRun } from '../../functions/flows/context/open-context.ts';
import { sendAgain, toldToday } from '../../functions/flows/wake/send-again.ts';
import { sendTestMessage } from '../../functions/flows/wake/send-test-message.ts';
import { localTime } from '../../functions/local/local-time.ts';
import type { Command, Terminal } from '../command.ts';
import { readOptions } from '../options.ts';
import { atPlace, type Place, placeSpec, placeUsage } from '../place.ts';

const spec = {
  ...placeSpec,
  unit: { type: 'string' },
  post: { type: 'string' },
  role: { type: 'string' },
  channels: { type: 'string' },
  mail: { type: 'string' },
  https: { type: 'string' },
  covers: { type: 'string' },
  'stand-in': { type: 'string' },
  confirm: { type: 'boolean' },
} as const;

type Options = ReturnType<typeof readOptions<typeof spec>>;

/** What is asked for: one verb about one contact, or none. */
type Call = { readonly id: string; readonly options: Options; readonly out: Terminal['out'] };

/** Sees to who is told and how they are reached. */
export const contact: Command = {
  summary: '通讯录：增加、查看、移除联系人，订阅状态，重新邀请，发测试消息',
  usage: [
    '用法：npm run -s ruqi -- contact list',
    '      npm run -s ruqi -- contact add 编号 --unit 安环局 --post 安环局责任人 --role owner --channels mail --mail 地址',
    '      npm run -s ruqi -- contact remove|invite|test|again 编号',
    '      npm run -s ruqi -- contact history   通讯录的变动记录',
    '  add      增加，或按编号整条替换；渠道是 mail、https 的随即发出订阅确认；',
    '           岗位已由别人担任的不收，加上 --confirm 则由它接替',
    '  again    把今天发给它的提醒再发一次，由现在担任这些岗位的联系人收到，链接是新的',
    '  invite   对没有确认、已退订的联系人重新发出订阅确认',
    '  test     给这个联系人发一条测试消息',
    '  --channels mail,https / --covers 单位,单位 / --https 网址 / --stand-in 编号',
    '  渠道只能选 mail、https 和部署里接通的（cdk.json 的 relays）',
    placeUsage,
  ].join('\n'),
  run: async ([verb = '', ...args], { out, err }) => {
    const act = own(verbs, verb);
    if (!act) {
      const message = verb === '' ? '没有给出' : `没有“${verb}”这个动作`;
      const remedy = `可用的动作：${Object.keys(verbs).join('、')}`;
      throw new BadInput([{ place: '动作', message, remedy }]);
    }
    const [id = '', ...rest] = OF_ALL.has(verb) ? ['', ...args] : args;
    const options = readOptions(rest, spec);
    return atPlace(options, { out, err }, (place) => act(place, { id, options, out }));
  },
};

const verbs: Readonly<Record<string, (place: Place, call: Call) => Promise<void>>> = {
  list: async (place, { out }) => {
    const subscriptions = (await place.needs.book.all(place.park)).filter(isReadable);
    for (const each of await readable(place))
      out(lineOf(each, place.needs, subscriptionOf(each.id, subscriptions)));
  },
  add: async (place, { id, options, out }) => {
    const { park, needs } = place;
    const placing = { park, isTaking: options.confirm ?? false };
    const { contact: kept, hasEndedLinks } = await keepContact(
      contactOf(id, options),
      placing,
      needs,
    );
    if (hasEndedLinks) await tellEnded(place, id, out);
    await showSubscribed(place, kept, out);
  },
  invite: async (place, { id, out }) => {
    await showSubscribed(place, await known(place, id), out);
  },
  remove: async (place, { id, out }) => {
    await known(place, id);
    await removeContact(id, { park: place.park }, place.needs);
    await subscribeContacts(place.park, place.needs);
    out(`已移除 ${id}。发给这个岗位的提醒从现在起转给接替的联系人，没有的转给园区办。`);
    await tellEnded(place, id, out);
  },
  again: async ({ park, needs }, { id, out }) => {
    const reached = await sendAgain(await beginRun(park, needs), { contact: id });
    for (const each of reached) out(`已再发给 ${each.post}（${each.id}），链接是新的。`);
  },
  history: async ({ park, needs }, { out }) => {
    for (const { at, by, via, what, from, to } of await needs.register.directoryHistory(park)) {
      const who = by === 'system' ? via : by;
      out([localTime(at), who, what, from, to].join('\t'));
    }
  },
  test: async (place, { id, out }) => {
    const contactNow = await known(place, id);
    await subscribeContacts(place.park, place.needs);
    const messageId = await sendTestMessage(await beginRun(place.park, place.needs), contactNow);
    out(`测试消息已交给 SNS，编号 ${messageId}。`);
  },
};

/** Verbs that are not about one contact. */
const OF_ALL: ReadonlySet<string> = new Set(['list', 'history']);

/** Says that the links of a contact serve nobody any more, and how its messages of today are sent again. */
async function tellEnded({ park, needs }: Place, id: string, out: Terminal['out']): Promise<void> {
  const { length } = await toldToday(await beginRun(park, needs), id);
  const again = length > 0 ? `今天的提醒有 ${length} 份，可以再发：contact again ${id}` : '';
  out(`${id} 原有的链接已全部作废。${again}`);
}

/** Brings the subscriptions up to date, `contact` asked anew if it refused, and says how it stands. */
export async function showSubscribed(
  { park, needs }: Place,
  contactNow: Contact,
  out: Terminal['out'],
): Promise<Reach> {
  const reach = await reachContact(park, contactNow, needs);
  if (reach.how === 'full' || reach.how === 'taken') {
    throw refusedId(contactNow.id, unreachedName[reach.how], unreachedRemedy[reach.how]);
  }
  const subscription = reach.how === 'subscribed' ? reach.subscription : undefined;
  out(lineOf(contactNow, needs, subscription));
  return reach;
}

function lineOf(each: Contact, { outlets }: Place['needs'], mine?: Subscription): string {
  const { id, post, role, channels } = each;
  const isReachable = channelOf(each, outlets) !== undefined;
  const state = mine ? [mine.endpoint, subscriptionName[mine.state]] : [];
  const how = isReachable ? state : [unreachedName.notSetUp];
  return [id, post, roleName[role], channels.join(','), ...how].join('\t');
}

/** The contact that the options describe. */
function contactOf(id: string, options: Options): Contact {
  const { unit, post, role, channels, covers, mail, https, 'stand-in': standIn } = options;
  const lists = { channels: channels?.split(','), covers: covers?.split(',') };
  const all = Object.entries({ id, unit, post, role, mail, https, standIn, ...lists });
  const given = Object.fromEntries(all.filter(([, value]) => value !== undefined));
  const parsed = EnteredContact.safeParse(given, { error: inChinese });
  if (parsed.success) return parsed.data;
  throw new BadInput(problemsOf(parsed.error, `联系人 ${id}`));
}

async function readable({ park, needs }: Place): Promise<readonly Contact[]> {
  return (await needs.register.directory(park)).value.contacts;
}

async function known(place: Place, id: string): Promise<Contact> {
  const found = (await readable(place)).find((each) => each.id === id);
  if (found) return found;
  throw refusedId(id, '通讯录里没有这个编号', '请用 contact list 核对');
}

const refusedId = (id: string, message: string, remedy: string): BadInput =>
  new BadInput([{ place: `联系人 ${id}`, message, remedy }]);
