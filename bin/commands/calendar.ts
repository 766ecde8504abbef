import { buffer } from 'node:stream/consumers';
import { BadInput } from '../../functions/domain/base/problems.ts';
import { sourceName } from '../../functions/domain/calendar/calendar-source.ts';
import { holidayWords } from '../../functions/domain/calendar/holiday-words.ts';
import { type CalendarYear, calendarYears } from '../../functions/flows/calendar/calendar-years.ts';
import {
  enterHolidays,
  openQuestions,
  removeHolidays,
} from '../../functions/flows/calendar/enter-holidays.ts';
import {
  type NoticeReview,
  type PastedNotice,
  reviewNotice,
} from '../../functions/flows/calendar/review-notice.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import type { ParkContext } from '../../functions/flows/context/park-context.ts';
import { decodeText } from '../../functions/reader/formats/text-encoding.ts';
import type { Command, Terminal } from '../command.ts';
import { badOption, type OptionValues, readInput, readOptions } from '../options.ts';
import { parkOptions, parkUsage, withPark } from '../park-access.ts';
import { reviewLines } from './calendar-lines.ts';

const spec = {
  enter: { type: 'string' },
  remove: { type: 'string' },
  year: { type: 'string' },
  accept: { type: 'string' },
  yes: { type: 'boolean' },
  as: { type: 'string' },
  ...parkOptions,
} as const;

type Options = OptionValues<typeof spec>;

/** Prints the holidays of a park, or enters those of a year from its notice. */
export const calendar: Command = {
  summary: '放假安排：查看各年按什么来；读取国务院的放假通知，核对以后录入，或撤销录入',
  usage: [
    '用法：npm run -s ruqi -- calendar',
    '      npm run -s ruqi -- calendar --enter 通知.txt --as office         只读取、对照，不录入',
    '      npm run -s ruqi -- calendar --enter 通知.txt --as office --yes   录入，立即生效',
    '      npm run -s ruqi -- calendar --remove 2027 --as office --yes      恢复内置的安排',
    '  --enter 文件    通知的全文；写成 - 就从标准输入读',
    '  --year 年份     通知里没有写年份时用',
    '  --accept 序号   列出的问题确实如此的，写明序号，如 1,2',
    '  --yes           确认；有问题没有确认的，不录入',
    '  --as 联系人     由谁录入',
    parkUsage,
  ].join('\n'),
  run: async (args, terminal) => {
    const options = readOptions(args, spec);
    const notice = options.enter === undefined ? undefined : await noticeOf(options.enter, options);
    const removed = options.remove === undefined ? undefined : yearIn('remove', options.remove);
    return withPark(options, terminal, async ({ ports, park }) => {
      const run = await openContext(park, ports);
      if (notice) await enter(run, notice, options, terminal);
      else if (removed !== undefined) await remove(run, removed, options);
      const now = await openContext(park, ports);
      for (const year of calendarYears(now)) terminal.out(yearLine(year));
    });
  },
};

async function enter(
  run: ParkContext,
  notice: PastedNotice,
  { accept, yes, as }: Options,
  terminal: Terminal,
): Promise<void> {
  const by = makerIn(as);
  const review = reviewNotice(run, notice);
  const accepted = acceptedIn(review, accept);
  for (const line of reviewLines(review)) terminal.out(line);
  const open = openQuestions(review, accepted);
  if (yes !== true || open.length > 0) {
    terminal.err(open.length > 0 ? OPEN : '没有录入。核对无误后，请加上 --yes 再执行一次。');
    if (yes === true) throw unanswered(open.map(({ message }) => message));
    return;
  }
  await enterHolidays(run, { ...notice, accepted, by, via: '命令行' });
  terminal.out(`已录入${review.year}年放假安排，立即生效。`);
}

const OPEN = '没有录入。有问题没有确认；确实如此的，请用 --accept 写明序号。';

const unanswered = (messages: readonly string[]): BadInput =>
  new BadInput(
    messages.map((message) => ({
      place: '放假通知',
      message,
      remedy: '请对照通知原文改正；确实如此的，请用 --accept 写明序号',
    })),
  );

async function remove(run: ParkContext, year: number, { as, yes }: Options): Promise<void> {
  const by = makerIn(as);
  if (yes !== true) {
    throw badOption('yes', `要撤销${year}年录入的放假安排`, '请加上 --yes 确认');
  }
  await removeHolidays(run, year, { by, via: '命令行' });
}

function makerIn(as: string | undefined): string {
  if (as === undefined) throw badOption('as', '没有说明由谁录入', '请写成 --as office');
  return as;
}

async function noticeOf(path: string, { year }: Options): Promise<PastedNotice> {
  const bytes = path === '-' ? await buffer(process.stdin) : await readInput(path);
  const text = decodeText(bytes);
  if (text === undefined) throw badOption('enter', '不是文本文件', '请存成 .txt 再试');
  return { text, year: year === undefined ? null : yearIn('year', year) };
}

function yearIn(name: string, value: string): number {
  if (/^20\d\d$/.test(value)) return Number(value);
  throw badOption(name, `“${value}”不是年份`, `请写成 --${name} 2027`);
}

function acceptedIn({ questions }: NoticeReview, accept = ''): readonly string[] {
  const numbers = accept.split(',').filter((each) => each.trim() !== '');
  return numbers.map((each) => {
    const question = questions[Number(each) - 1];
    if (question) return question.key;
    throw badOption('accept', `没有第“${each}”个问题`, '请核对序号，写成 --accept 1,2');
  });
}

const yearLine = (year: CalendarYear): string =>
  `${year.year}年\t${sourceName[year.source]}\t${
    year.source === 'lawOnly' ? '通知还没有录入' : holidayWords(year)
  }`;
