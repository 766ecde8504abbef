import { basename } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { stateCouncilCalendar } from '../../functions/domain/calendar/working-calendar.ts';
import type { Directory } from '../../functions/domain/contacts/contact.ts';
import { tasksOfSteps } from '../../functions/domain/funding/funding-task.ts';
import {
  type Addressed,
  addressed,
  compared,
  rehearse,
} from '../../functions/domain/messages/rehearsal.ts';
import type { Rules } from '../../functions/domain/policy/hours.ts';
import { defaultPolicy, type Policy, readPolicy } from '../../functions/domain/policy/policy.ts';
import type { Task } from '../../functions/domain/tasks/task.ts';
import { readConfirmation } from '../../functions/files/read-confirmation.ts';
import { readContacts } from '../../functions/files/read-contacts.ts';
import { readFunding } from '../../functions/files/read-funding.ts';
import { readJson } from '../../functions/files/read-json.ts';
import { readRegister } from '../../functions/files/read-register.ts';
import { confirmed } from '../../functions/reader/confirmation.ts';
import type { Command } from '../command.ts';
import { dayOption, isJsonLines, readInput, readOptions, refused } from '../options.ts';
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

const timeZone = 'Asia/Shanghai';

async function policyOf(file: string | undefined): Promise<Policy> {
  if (file === undefined) return defaultPolicy;
  return readPolicy(readJson(await readInput(file), basename(file)), timeZone);
}

function rulesOf(policy: Policy): Rules {
  return {
    policies: [{ policy, from: Temporal.PlainDate.from('2000-01-01') }],
    calendar: stateCouncilCalendar,
    timeZone,
  };
}

/** The rehearsal of a register's deadlines, see {@link rehearse}. Nothing is sent or stored. */
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
    const directory =
      options.contacts === undefined
        ? null
        : readContacts(await readInput(options.contacts), basename(options.contacts)).directory;
    const tasks = await withMoney(await tasksOf(options, from, directory), options.funding, from);
    const lines = (policy: Policy): readonly Addressed[] =>
      addressed(rehearse(tasks, from, to, rulesOf(policy)), directory);
    const present = lines(await policyOf(options.policy));
    if (options.compare === undefined) {
      (isJson ? printLines : printText)(present, terminal);
    } else {
      const differences = compared(present, lines(await policyOf(options.compare)));
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
    throw refused('to', `从 ${from.toString()} 起超过五年`, '请分几次预演');
  }
  if (Temporal.PlainDate.compare(from, to) <= 0) return [from, to];
  const message = `结束日期 ${to.toString()} 早于开始日期 ${from.toString()}`;
  throw refused('to', message, '请调换两个日期');
}

function yearOption(value: string | undefined): number | null {
  if (value === undefined) return null;
  if (/^20\d\d$/.test(value)) return Number(value);
  throw refused('year', `“${value}”不是年份`, '请写成 --year 2022');
}

async function tasksOf(
  options: { readonly register?: string; readonly confirmation?: string; readonly year?: string },
  from: Temporal.PlainDate,
  directory: Directory | null,
): Promise<readonly Task[]> {
  if (options.register === undefined) {
    throw refused('register', '没有给出登记表', '请写成 --register 登记表.jsonl');
  }
  const context = {
    park: 'preview',
    plan: yearOption(options.year),
    at: startOf(from),
    directory,
  };
  const file = basename(options.register);
  const tasks = readRegister(await readInput(options.register), file, context);
  if (options.confirmation === undefined) return tasks;
  const name = basename(options.confirmation);
  return confirmed(tasks, readConfirmation(await readInput(options.confirmation), name), name);
}

/** `tasks` with the steps of money that are still to be done. */
async function withMoney(
  tasks: readonly Task[],
  file: string | undefined,
  from: Temporal.PlainDate,
): Promise<readonly Task[]> {
  if (file === undefined) return tasks;
  const { instruments, steps } = readFunding(await readInput(file), basename(file), tasks);
  return [...tasks, ...tasksOfSteps(steps, instruments, tasks, startOf(from))];
}

const startOf = (day: Temporal.PlainDate): Temporal.Instant =>
  day.toZonedDateTime(timeZone).toInstant();
