import { dayWords } from '../../functions/domain/base/words.ts';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { localDay } from '../../functions/domain/policy/hours.ts';
import { choiceName } from '../../functions/domain/years/closing-choice.ts';
import type { ClosingKind, ClosingLine } from '../../functions/domain/years/closing-line.ts';
import type { YearStanding } from '../../functions/domain/years/year-record.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import type { ParkContext } from '../../functions/flows/context/park-context.ts';
import { closeYear, reopenYear } from '../../functions/flows/years/close-year.ts';
import { closingOf } from '../../functions/flows/years/closing-list.ts';
import type { YearAuthor } from '../../functions/flows/years/frozen-tasks.ts';
import { yearList } from '../../functions/flows/years/year-list.ts';
import type { Command, Terminal } from '../command.ts';
import { badOption, type OptionValues, readOptions } from '../options.ts';
import { parkOptions, parkUsage, withPark } from '../park-access.ts';

const spec = {
  list: { type: 'string' },
  close: { type: 'string' },
  reopen: { type: 'string' },
  why: { type: 'string' },
  as: { type: 'string' },
  ...parkOptions,
} as const;

type Options = OptionValues<typeof spec>;

/** Lists the years of a park and what is left of one, closes a year, or opens it again. */
export const year: Command = {
  summary: '年度收尾：列出还要定的事项，封账，重新打开',
  usage: [
    '用法：npm run -s ruqi -- year                                     各个年度有没有封账',
    '      npm run -s ruqi -- year --list 2022                         还要定的事项和指标',
    '      npm run -s ruqi -- year --close 2022 --as office            封账；还有要定的就不封',
    '      npm run -s ruqi -- year --reopen 2022 --why 原因 --as office 重新打开',
    '  --why 原因     封账10分钟以后重新打开须写',
    '  --as 联系人    由谁办理',
    '要定的逐项用 task 办理：carryOver、deemDone、suspend、withdraw。',
    parkUsage,
  ].join('\n'),
  run: async (args, terminal) => {
    const options = readOptions(args, spec);
    const doing = actionOf(options, terminal);
    let code = 0;
    await withPark(options, terminal, async ({ ports, park }) => {
      code = await doing(await openContext(park, ports));
    });
    return code;
  },
};

/** What is to be done; its answer is the exit code. @throws {BadInput} for options that it cannot use. */
function actionOf(options: Options, terminal: Terminal): (run: ParkContext) => Promise<number> {
  const { list: listed, close: closed, reopen: reopened, as, why = '' } = options;
  if (closed !== undefined) {
    const [chosen, author] = [yearIn('close', closed), authorIn(as, why)];
    return (run) => close(run, author, chosen, terminal);
  }
  if (reopened !== undefined) {
    const [chosen, author] = [yearIn('reopen', reopened), authorIn(as, why)];
    return async (run) => {
      await reopenYear(run, author, chosen);
      terminal.out(`${chosen}年已重新打开。`);
      return 0;
    };
  }
  if (listed === undefined) return (run) => listYears(run, viewerIn(run, as), terminal);
  const chosen = yearIn('list', listed);
  return (run) => list(run, viewerIn(run, as), chosen, terminal);
}

function yearIn(name: string, value: string): number {
  if (/^20\d\d$/.test(value)) return Number(value);
  throw badOption(name, `“${value}”不是年份`, `请写成 --${name} 2022`);
}

function authorIn(as: string | undefined, why: string): YearAuthor {
  if (as === undefined) throw badOption('as', '没有说明由谁办理', '请写成 --as office');
  return { by: as, via: '命令行', why };
}

/** Names of how a year stands. */
const stateName: Readonly<Record<YearStanding, string>> = {
  running: '还没有过完',
  open: '没有封账',
  closing: '正在封账',
  closed: '已封账',
};

const kindName: Readonly<Record<ClosingKind, string>> = {
  waitsForVerification: '待核验，先核验或退办',
  extensionAsked: '待批延期',
  disputed: '待定责任',
  open: '没有办结',
  targetWithoutLastPeriod: '没有最后一期的数',
};

/** Who reads: the office where nobody else is named. */
function viewerIn({ contacts }: ParkContext, as: string | undefined): Contact {
  const contact = contacts.find(({ id, role }) =>
    as === undefined ? role === 'office' : id === as,
  );
  if (contact) return contact;
  throw badOption('as', '通讯录里没有这个联系人', '请写成 --as office');
}

async function listYears(run: ParkContext, viewer: Contact, terminal: Terminal): Promise<number> {
  for (const each of await yearList(run, viewer)) {
    const carried = each.carriedOver === null ? '' : `\t结转${each.carriedOver}项`;
    terminal.out(`${each.year}年\t${stateName[each.state]}\t${each.count}项${carried}`);
  }
  return 0;
}

async function close(
  run: ParkContext,
  author: YearAuthor,
  closed: number,
  terminal: Terminal,
): Promise<number> {
  const result = await closeYear(run, author, closed);
  if ('record' in result) {
    if (result.record.state === 'open') {
      terminal.err(`没有封账：${closed}年刚被别人重新打开，请再看一次。`);
      return 1;
    }
    terminal.out(`${closed}年已封账。10分钟内可以撤回：ruqi year --reopen ${closed}`);
    return 0;
  }
  for (const line of result.left) terminal.out(lineWords(run, line));
  terminal.err(`没有封账：还有${result.left.length}项要定。`);
  return 1;
}

async function list(
  run: ParkContext,
  viewer: Contact,
  listed: number,
  terminal: Terminal,
): Promise<number> {
  const { lines, state } = await closingOf(run, viewer, listed);
  for (const line of lines) terminal.out(lineWords(run, line));
  terminal.err(`${listed}年${stateName[state]}，还要定${lines.length}项。`);
  return 0;
}

/** `p22-071	没有办结	标题	安环局	8月15日（周一）	结转到、视同完成、中止、撤销` */
function lineWords({ now, rules }: ParkContext, { task, kind, choices }: ClosingLine): string {
  const due = task.due === null ? '' : dayWords(task.due, localDay(now, rules));
  const names = choices.map((choice) => choiceName[choice]).join('、');
  return [task.id, kindName[kind], task.title, task.leadUnit, due, names].join('\t');
}
