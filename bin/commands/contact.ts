import { own } from '../../functions/domain/base/own.ts';
import { BadInput } from '../../functions/domain/base/problems.ts';
import type { Command } from '../command.ts';
import { readOptions } from '../options.ts';
import { parkOptions, parkUsage, withPark } from '../park-access.ts';
import { contactOptions, contactVerbs } from './contact-verbs.ts';

const spec = { ...parkOptions, ...contactOptions } as const;

/** Manages the contacts of a park and their subscriptions. */
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
    parkUsage,
  ].join('\n'),
  run: async ([verb = '', ...args], { out, err }) => {
    const act = own(contactVerbs, verb);
    if (!act) {
      const message = verb === '' ? '没有给出' : `没有“${verb}”这个动作`;
      const remedy = `可用的动作：${Object.keys(contactVerbs).join('、')}`;
      throw new BadInput([{ place: '动作', message, remedy }]);
    }
    const [id = '', ...rest] = OF_ALL.has(verb) ? ['', ...args] : args;
    const options = readOptions(rest, spec);
    return withPark(options, { out, err }, (access) => act(access, { id, options, out }));
  },
};

/** Verbs about all contacts. */
const OF_ALL: ReadonlySet<string> = new Set(['list', 'history']);
