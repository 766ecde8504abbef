import { Temporal } from 'temporal-polyfill';
import { type Addressed, addressed, rehearse } from '../../functions/domain/messages/rehearsal.ts';
import { compared } from '../../functions/domain/messages/rehearsal-difference.ts';
import type { Policy } from '../../functions/domain/policy/policy.ts';
import type { Command } from '../command.ts';
import { badOption, dayOption, isJsonLines, readOptions } from '../options.ts';
import {
  previewDirectory,
  previewPolicy,
  previewRules,
  previewTasks,
  withMoney,
} from './preview-input.ts';
import { printDifferences, printLines, printText } from './preview-output.ts';

const spec = {
  register: { type: 'string' },
  contacts: { type: 'string' },
  confirmation: { type: 'string' },
  funding: { type: 'string' },
  policy: { type: 'string' },
  compare: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  year: { type: 'string' },
  format: { type: 'string' },
} as const;

/** Rehearses the deadlines of a register, see {@link rehearse}. Sends and stores nothing. */
export const preview: Command = {
  summary: '预演：一段时间里会发出的期限提醒和催报，什么也不发送、不保存',
  usage: [
    '用法：npm run -s ruqi -- preview --register 登记表.jsonl --from 2022-01-01 --to 2022-12-31',
    '  --contacts 通讯录.jsonl      按通讯录解析收件人；不给时按岗位列出',
    '  --confirmation 核定期限.json  用园区办核定的期限',
    '  --funding 资金.jsonl          加上资金各环节的期限',
    '  --year 2022                  计划年份，没写开始日期的从这年1月1日算起；不给就取期限最多的年份',
    '  --policy 督办规则.json        用另一份提醒级次和时刻，先看结果再采用',
    '  --compare 督办规则.json       只列出改用这一份后新增、取消和改期的提醒',
    '  --format text|jsonl          默认 text',
    '假定没有一项办结，都按时反馈、都已签收；交办、逐级上报、批复、序时进度和周报月报不在其中。',
  ].join('\n'),
  run: async (args, terminal) => {
    const options = readOptions(args, spec);
    const [from, to] = span(options.from, options.to);
    const isJson = isJsonLines(options.format);
    const directory = await previewDirectory(options.contacts);
    const tasks = await withMoney(
      await previewTasks(options, from, directory),
      options.funding,
      from,
    );
    const lines = (policy: Policy): readonly Addressed[] =>
      addressed(rehearse(tasks, from, to, previewRules(policy)), directory);
    const present = lines(await previewPolicy(options.policy));
    if (options.compare === undefined) {
      (isJson ? printLines : printText)(present, terminal);
    } else {
      const differences = compared(present, lines(await previewPolicy(options.compare)));
      (isJson ? printLines : printDifferences)(differences, terminal);
    }
    return 0;
  },
};

const LONGEST = Temporal.Duration.from({ years: 5 });

function span(
  fromText: string | undefined,
  toText: string | undefined,
): readonly [Temporal.PlainDate, Temporal.PlainDate] {
  const [from, to] = [dayOption('from', fromText), dayOption('to', toText)];
  if (Temporal.PlainDate.compare(to, from.add(LONGEST)) > 0) {
    throw badOption('to', `从 ${from.toString()} 起超过五年`, '请分几次预演');
  }
  if (Temporal.PlainDate.compare(from, to) <= 0) return [from, to];
  const message = `结束日期 ${to.toString()} 早于开始日期 ${from.toString()}`;
  throw badOption('to', message, '请调换两个日期');
}
