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
    '      npm run -s ruqi -- contact units     单位、原名称和在办事项',
    '      npm run -s ruqi -- contact rename-unit 规划建设局 --to 自然资源和建设局 --on 2022-07-01 --why 机构改革方案',
    '  add      增加，或按编号整条替换；渠道是 mail、https 的随即发出订阅确认；',
    '           岗位已由别人担任的不收，加上 --confirm 则由它接替',
    '           使在办工作没有责任人的改动和移除不收，加上 --why 原因 才办，并告知园区办',
    '  rename-unit  单位改名；--to 是另一个单位时并入那个单位，两个单位各有一个的岗位用 --heads owner=编号,unitHead=编号',
    '           选定由谁担任；--preview 只看会改动什么；--on 晚于今天的到那一天生效，此前可用 keep-unit 取消',
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
const OF_ALL: ReadonlySet<string> = new Set(['list', 'history', 'units']);
