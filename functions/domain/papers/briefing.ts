import Fraction from 'fraction.js';
import { Temporal } from 'temporal-polyfill';
import { percent } from '../base/decimal.ts';
import { dayWords } from '../base/words.ts';
import { type DayRange, lastOf, overOn, type Period, weekWords } from '../calendar/period.ts';
import type { FundingReport } from '../funding/funding-report.ts';
import type { PaceRow } from '../targets/pace-report.ts';
import { actualsWords, goalWords } from '../targets/pace-table.ts';
import { isEnded, isLive, reportedDoneOn } from '../tasks/task.ts';
import {
  allWords,
  countsOf,
  filtered,
  rowWords,
  sorted,
  type TaskRow,
  unreturnedWords,
} from './board.ts';
import { moneySentence, paceSentence } from './standing-words.ts';

/** Input of a briefing: everything its recipient may see, on `today`. */
export type BriefingInput = {
  readonly today: Temporal.PlainDate;
  readonly rows: readonly TaskRow[];
  /** Units the recipient is responsible for; empty for recipients responsible for all. */
  readonly units: readonly string[];
  readonly targets: readonly PaceRow[];
  readonly money: FundingReport;
  /** Number of messages sent in the week or month covered. */
  readonly sent: number;
  /** Days since which tasks have been waiting for the office to verify, grant or reassign. */
  readonly forOffice: readonly Temporal.PlainDate[];
  /**
   * Posts that have not acknowledged, longest waiting first; for a month, of the messages of that
   * month.
   */
  readonly unsigned: readonly Waiting[];
  /** URL of the overview page; null if there is none. */
  readonly overview: string | null;
};

type Waiting = {
  readonly post: string;
  readonly count: number;
  readonly since: Temporal.PlainDate;
};

/** A one-page status report. */
export type Briefing = { readonly period: Period; readonly lines: readonly string[] };

const names: Readonly<Record<Period, string>> = { week: '督办周报', month: '督办月报' };

/** Name of a briefing. */
export const briefingName = (period: Period): string => names[period];

/**
 * Maximum number of tasks listed, so that the briefing fits a phone screen; the others are counted.
 */
const MOST_RED = 4;
const MOST_DUE = 2;

/** Maximum number of targets listed in a monthly briefing. */
const MOST_TARGETS = 20;

/**
 * Writes the briefing for the week that begins or the month that ended: overall status, overdue
 * tasks, upcoming tasks, and whether the year is on pace.
 */
export function writeBriefing(period: Period, standing: BriefingInput): Briefing {
  const own = ownOf(period, standing);
  return {
    period,
    lines: [
      headline(period, own.today),
      ...counted(period, own),
      ...reds(own),
      dues(period, standing),
      ...some(paceSentence(own.targets)),
      ...(period === 'month' ? targetLines(own.targets) : []),
      ...some(moneySentence(own.money, own.today)),
      signs(period, own),
      ...waits(own),
      ...(own.overview === null ? [] : [`总览：${own.overview}`]),
    ],
  };
}

const some = (sentence: string | null): readonly string[] => (sentence === null ? [] : [sentence]);

/** Last day covered; determines the year of the briefing. */
const dayOf = (period: Period, today: Temporal.PlainDate): Temporal.PlainDate =>
  period === 'week' ? today : overOn(period, today).to;

/**
 * `standing` limited to the year of the briefing: tasks and targets of its plan, and those of
 * earlier plans that were open when the year began. Excludes plans of later years.
 */
function ownOf(period: Period, standing: BriefingInput): BriefingInput {
  const { year } = dayOf(period, standing.today);
  const isOwn = ({ task }: TaskRow): boolean =>
    task.plan === year || (task.plan < year && (!isEnded(task) || task.doneOn?.year === year));
  const others = new Set(standing.rows.filter((row) => !isOwn(row)).map(({ task }) => task.id));
  return {
    ...standing,
    rows: standing.rows.filter(isOwn),
    targets: standing.targets.filter(({ id }) => !others.has(id)),
  };
}

function headline(period: Period, today: Temporal.PlainDate): string {
  const day = dayOf(period, today);
  const name = period === 'week' ? weekWords(today, today) : `${day.year}年${day.month}月`;
  const gone = percent(new Fraction(day.dayOfYear, day.daysInYear));
  return `${briefingName(period)}（${name}）：${day.year}年时间过去${gone}。`;
}

function counted(period: Period, { today, rows, units, sent }: BriefingInput): readonly string[] {
  const counts = countsOf(rows);
  const over = overOn(period, today);
  const isWeek = period === 'week';
  const asOf = isWeek ? '' : `截至${today.month}月${today.day}日，`;
  const last = isWeek ? '上周' : `${over.to.month}月`;
  const reported = rows.filter(
    ({ task }) => task.status !== 'withdrawn' && isWithin(reportedDoneOn(task), over),
  ).length;
  const { year } = dayOf(period, today);
  const earlier = rows.filter(({ task }) => task.plan < year).length;
  const lit = `红灯${counts.red}项，黄灯${counts.yellow}项${unreturnedWords(counts)}`;
  const own = countsOf(rows.filter(({ task }) => units.includes(task.leadUnit)));
  return [
    `${asOf}${allWords(counts, earlier)}，${lit}；${last}报办结${reported}项，发出提醒${sent}份。`,
    ...(units.length === 0
      ? []
      : [`其中${units.join('、')}${own.all}项，红灯${own.red}项，黄灯${own.yellow}项。`]),
  ];
}

/** An assumed date is never reported as missed. */
const assumedWords = ({ task }: TaskRow): string =>
  task.duePrecision === 'assumed-year-end' ? '，期限未核定，暂按年底估计' : '';

/** Tasks of the recipient's own units first, then the longest overdue. */
function reds({ rows, units, today }: BriefingInput): readonly string[] {
  const red = sorted(filtered(rows, { lamp: 'red' }, today), 'due');
  const isOwn = ({ task }: TaskRow): boolean => units.includes(task.leadUnit);
  const ordered = [...red.filter(isOwn), ...red.filter((row) => !isOwn(row))];
  if (ordered.length === 0) return ['没有红灯。'];
  const rest = ordered.length - MOST_RED;
  return [
    '红灯：',
    ...ordered
      .slice(0, MOST_RED)
      .map(
        (row) =>
          `· ${row.task.title}（${row.task.leadUnit}，${rowWords(row)}${assumedWords(row)}）`,
      ),
    ...(rest > 0 ? [`· 另有${rest}项`] : []),
  ];
}

/** Tasks due in the rest of the current week or month, from any plan. */
function dues(period: Period, { rows, today }: BriefingInput): string {
  const span = { from: today, to: lastOf(period, today) };
  const soon = period === 'week' ? '本周' : `${today.month}月底以前`;
  const due = sorted(
    rows.filter(({ task }) => isLive(task) && isWithin(task.due, span)),
    'due',
  );
  if (due.length === 0) return `${soon}没有到期的工作。`;
  const named = due.slice(0, MOST_DUE).map((row) => {
    const { title, leadUnit, due: day } = row.task;
    return `${title}（${leadUnit}，${day?.month}月${day?.day}日${assumedWords(row)}）`;
  });
  const rest = due.length > MOST_DUE ? '等' : '';
  return `${soon}到期${due.length}项：${named.join('；')}${rest}。`;
}

/** One line per target with its latest value, whichever month it covers. */
function targetLines(targets: readonly PaceRow[]): readonly string[] {
  const rest = targets.length - MOST_TARGETS;
  return [
    ...targets.slice(0, MOST_TARGETS).map(targetLine),
    ...(rest > 0 ? [`· 另有${rest}项指标`] : []),
  ];
}

function targetLine(row: PaceRow): string {
  const { name, asOf, lead, owed } = row;
  const goal = `目标${goalWords(row)}`;
  if (asOf === null) return `· ${name}：${owed === null ? '还没有数' : '从未报数'}，${goal}`;
  const figure = `${actualsWords(row)}（截至${asOf}）`;
  if (row.state === 'unreported') return `· ${name}：${figure}，${goal}，${owed}月未报数`;
  if (lead === null) return `· ${name}：${figure}，${goal}`;
  const ahead = `${lead.isBehind ? '欠' : '超'}${lead.points}个百分点`;
  return `· ${name}：${figure}，${goal}，${lead.points === '0' ? '与序时持平' : ahead}`;
}

const isWithin = (day: Temporal.PlainDate | null, { from, to }: DayRange): boolean =>
  day !== null &&
  Temporal.PlainDate.compare(from, day) <= 0 &&
  Temporal.PlainDate.compare(day, to) <= 0;

/** Pending decisions of the office are reported as such. */
function waits({ forOffice, today }: BriefingInput): readonly string[] {
  const [first] = forOffice.toSorted((a, b) => Temporal.PlainDate.compare(a, b));
  if (!first) return [];
  const days = first.until(today, { largestUnit: 'day' }).days;
  return [`等待园区办核验、批复或改派${forOffice.length}项，等得最久的已等${days}天。`];
}

function signs(period: Period, { unsigned, today }: BriefingInput): string {
  const isWeek = period === 'week';
  const of = isWeek ? '' : `${overOn(period, today).to.month}月发出的提醒，`;
  const [first] = unsigned;
  if (!first) return isWeek ? '没有等待签收的提醒。' : `${of}没有等待签收的。`;
  const count = unsigned.reduce((sum, each) => sum + each.count, 0);
  const since = dayWords(first.since, today);
  return `${of}${unsigned.length}个岗位有${count}项没有签收，等得最久的是${first.post}，从${since}起。`;
}
