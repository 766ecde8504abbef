import Fraction from 'fraction.js';
import { Temporal } from 'temporal-polyfill';
import {
  allWords,
  countsOf,
  filtered,
  type Row,
  rowWords,
  sorted,
  unreturnedWords,
} from './board.ts';
import { percent } from './decimal.ts';
import type { FundingReport } from './funding-report.ts';
import type { PaceRow } from './pace-report.ts';
import { beginOf, lastOf, type Period } from './period.ts';
import { moneySentence, paceSentence } from './standing-words.ts';
import { isEnded } from './task.ts';
import { dayWords } from './words.ts';

/** What a sheet is written from: all that its reader may see, as it is on `today`. */
export type Standing = {
  readonly today: Temporal.PlainDate;
  readonly rows: readonly Row[];
  /** Units that the reader is answerable for; none for who is for all. */
  readonly units: readonly string[];
  readonly targets: readonly PaceRow[];
  readonly money: FundingReport;
  /** Who has not signed, the longest waiting first. */
  readonly unsigned: readonly Waiting[];
  /** Where all of it is shown; null where there is no such page. */
  readonly overview: string | null;
};

type Waiting = {
  readonly post: string;
  readonly count: number;
  readonly since: Temporal.PlainDate;
};

/** One page on how the whole stands. */
export type Sheet = { readonly period: Period; readonly text: string };

const names: Readonly<Record<Period, string>> = { week: '督办周报', month: '督办月报' };
const nouns = { week: ['上周', '本周'], month: ['上月', '本月'] } as const;

/** What a sheet is called. */
export const sheetName = (period: Period): string => names[period];

/** Tasks that a sheet names, so that it stays within the screen of a phone; the rest is a count. */
const MOST_RED = 4;
const MOST_DUE = 2;

/** Writes the sheet of a week or a month: how it stands, what burns, what comes, whether the year is on pace. */
export const writeSheet = (period: Period, standing: Standing): Sheet => ({
  period,
  text: [
    headline(period, standing.today),
    ...counted(period, standing),
    ...reds(standing),
    dues(period, standing),
    ...some(paceSentence(standing.targets)),
    ...some(moneySentence(standing.money, standing.today)),
    signs(standing),
    ...(standing.overview === null ? [] : [`总览：${standing.overview}`]),
  ].join('\n'),
});

const some = (sentence: string | null): readonly string[] => (sentence === null ? [] : [sentence]);

function headline(period: Period, today: Temporal.PlainDate): string {
  const name =
    period === 'week'
      ? `${today.yearOfWeek}年第${today.weekOfYear}周`
      : `${today.year}年${today.month}月`;
  const gone = percent(new Fraction(today.dayOfYear, today.daysInYear));
  return `${sheetName(period)}（${name}）：全年时间过去${gone}。`;
}

function counted(period: Period, { today, rows, units }: Standing): readonly string[] {
  const counts = countsOf(rows);
  const lit = `红灯${counts.red}项，黄灯${counts.yellow}项${unreturnedWords(counts)}`;
  const [last] = nouns[period];
  const from = beginOf(period, beginOf(period, today).subtract({ days: 1 }));
  const to = beginOf(period, today).subtract({ days: 1 });
  const reported = rows.filter(
    ({ task }) => task.status !== 'withdrawn' && isWithin(task.doneOn, from, to),
  ).length;
  const own = countsOf(rows.filter(({ task }) => units.includes(task.leadUnit)));
  return [
    `${allWords(counts)}，${lit}；${last}报办结${reported}项。`,
    ...(units.length === 0
      ? []
      : [`其中${units.join('、')}${own.all}项，红灯${own.red}项，黄灯${own.yellow}项。`]),
  ];
}

/** Those of the reader's own units first, then the longest overdue. */
function reds({ rows, units, today }: Standing): readonly string[] {
  const red = sorted(filtered(rows, { lamp: 'red' }, today), 'due');
  const isOwn = ({ task }: Row): boolean => units.includes(task.leadUnit);
  const ordered = [...red.filter(isOwn), ...red.filter((row) => !isOwn(row))];
  if (ordered.length === 0) return ['没有红灯。'];
  const rest = ordered.length - MOST_RED;
  return [
    '红灯：',
    ...ordered
      .slice(0, MOST_RED)
      .map((row) => `· ${row.task.title}（${row.task.leadUnit}，${rowWords(row)}）`),
    ...(rest > 0 ? [`· 另有${rest}项`] : []),
  ];
}

function dues(period: Period, { rows, today }: Standing): string {
  const [, now] = nouns[period];
  const due = sorted(
    rows.filter(({ task }) => !isEnded(task) && isWithin(task.due, today, lastOf(period, today))),
    'due',
  );
  if (due.length === 0) return `${now}没有到期的工作。`;
  const named = due
    .slice(0, MOST_DUE)
    .map(({ task }) => `${task.title}（${task.leadUnit}，${task.due?.month}月${task.due?.day}日）`);
  const rest = due.length > MOST_DUE ? '等' : '';
  return `${now}到期${due.length}项：${named.join('；')}${rest}。`;
}

const isWithin = (
  day: Temporal.PlainDate | null,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): boolean =>
  day !== null &&
  Temporal.PlainDate.compare(from, day) <= 0 &&
  Temporal.PlainDate.compare(day, to) <= 0;

function signs({ unsigned, today }: Standing): string {
  const [first] = unsigned;
  if (!first) return '没有等待签收的提醒。';
  const count = unsigned.reduce((sum, each) => sum + each.count, 0);
  const since = dayWords(first.since, today);
  return `${unsigned.length}个岗位有${count}项没有签收，等得最久的是${first.post}，从${since}起。`;
}
