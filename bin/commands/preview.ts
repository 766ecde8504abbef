import { basename } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { stateCouncilCalendar } from '../../functions/domain/calendar.ts';
import type { Directory } from '../../functions/domain/contact.ts';
import type { Rules } from '../../functions/domain/hours.ts';
import { defaultPolicy, readPolicy } from '../../functions/domain/policy.ts';
import { type Rehearsed, rehearse } from '../../functions/domain/rehearsal.ts';
import { Role, roleName } from '../../functions/domain/role.ts';
import type { Task } from '../../functions/domain/task.ts';
import { dayWords, dueMark, rungWords } from '../../functions/domain/words.ts';
import { confirmed, readConfirmation } from '../../functions/intake/read-confirmation.ts';
import { readContacts } from '../../functions/intake/read-contacts.ts';
import { readJson } from '../../functions/intake/read-json.ts';
import { readRegister } from '../../functions/intake/read-register.ts';
import type { Command, Terminal } from '../command.ts';
import { dayOption, readInput, readOptions, refused } from '../options.ts';

const spec = {
  register: { type: 'string' },
  contacts: { type: 'string' },
  confirmation: { type: 'string' },
  policy: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  year: { type: 'string' },
  format: { type: 'string' },
} as const;

const timeZone = 'Asia/Shanghai';

async function rulesOf(policyFile: string | undefined): Promise<Rules> {
  const policy =
    policyFile === undefined
      ? defaultPolicy
      : readPolicy(readJson(await readInput(policyFile), basename(policyFile)), timeZone);
  return { policy, calendar: stateCouncilCalendar, timeZone };
}

/** The rehearsal: every message that a register would cause. Nothing is sent or stored. */
export const preview: Command = {
  summary: '预演：一段时间里会发出的每一条提醒，什么也不发送、不保存',
  usage: [
    '用法：npm run -s ruqi -- preview --register 登记表.jsonl --from 2022-01-01 --to 2022-12-31',
    '  --contacts 通讯录.jsonl      按通讯录解析收件人；不给时按岗位列出',
    '  --confirmation 核定期限.json  用园区办核定的期限',
    '  --year 2022                  计划年份，没写开始日期的从这年1月1日算起；不给就取期限最多的年份',
    '  --policy 督办规则.json        用另一份提醒级次和时刻，先看结果再采用',
    '  --format text|jsonl          默认 text',
    '假定没有一项办结、每一条都已签收。',
  ].join('\n'),
  run: async (args, terminal) => {
    const options = readOptions(args, spec);
    const [from, to] = span(options.from, options.to);
    const print = printerOf(options.format);
    const directory =
      options.contacts === undefined
        ? null
        : readContacts(await readInput(options.contacts), basename(options.contacts)).directory;
    const tasks = await tasksOf(options, from, directory);
    const rules = await rulesOf(options.policy);
    print(addressed(rehearse(tasks, from, to, rules), directory), terminal);
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
  const at = from.toZonedDateTime(timeZone).toInstant();
  const context = { park: 'preview', plan: yearOption(options.year), at, directory };
  const file = basename(options.register);
  const tasks = readRegister(await readInput(options.register), file, context);
  if (options.confirmation === undefined) return tasks;
  const name = basename(options.confirmation);
  return confirmed(tasks, readConfirmation(await readInput(options.confirmation), name), name);
}

/** A rehearsed notice with the contact that would get it. */
type Addressed = Rehearsed & { readonly contact: string };

/** With a directory one contact in two roles hears once of a task, in the role nearest to the work. */
function addressed(
  rehearsed: readonly Rehearsed[],
  directory: Directory | null,
): readonly Addressed[] {
  const all = rehearsed.map((each) => ({
    ...each,
    contact: directory?.recipientOf(each.post)?.contact.id ?? each.post,
  }));
  const told = Map.groupBy(
    all,
    ({ at, task, contact }) => `${at.toString()} ${task.id} ${contact}`,
  );
  return [...told.values()].map((same) =>
    same.reduce((a, b) => (rank(b.role) < rank(a.role) ? b : a)),
  );
}

const rank = (role: Role): number => Role.options.indexOf(role);

type Printer = (lines: readonly Addressed[], terminal: Terminal) => void;

function printerOf(format = 'text'): Printer {
  if (format === 'text') return printText;
  if (format === 'jsonl') return printLines;
  throw refused('format', `不认识格式“${format}”`, '请用 text 或 jsonl');
}

function printLines(lines: readonly Addressed[], terminal: Terminal): void {
  for (const { at, task, rung, contact, role, lamp } of lines) {
    const local = at.toZonedDateTimeISO(timeZone).toString({
      timeZoneName: 'never',
      smallestUnit: 'second',
    });
    const due = task.due?.toString() ?? null;
    terminal.out(JSON.stringify({ at: local, task: task.id, rung, contact, role, lamp, due }));
  }
}

function printText(lines: readonly Addressed[], terminal: Terminal): void {
  let morning = '';
  for (const { at, task, rung, contact, role, reason } of lines) {
    const local = at.toZonedDateTimeISO(timeZone);
    const day = local.toPlainDate();
    if (day.toString() !== morning)
      terminal.out(
        `\n${day.toString()} ${dayWords(day, day)} ${local.toPlainTime().toString().slice(0, 5)}`,
      );
    morning = day.toString();
    const due =
      task.due === null ? '' : `期限 ${task.due.toString()}〔${dueMark[task.duePrecision]}〕`;
    terminal.out(
      `  ${roleName[role]} ${contact}：${task.title}，${due}，${reason}（${rungWords(rung)}）`,
    );
  }
  terminal.out(`\n共 ${lines.length} 条。`);
}
