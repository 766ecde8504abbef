import { overOn, type Period, weekWords } from '../calendar/period.ts';
import { hiddenWords } from '../sources/readers.ts';
import { reportedDoneOn } from '../tasks/task-progress.ts';
import { earlierLines } from './briefing-earlier.ts';
import { type BriefingInput, coveredDay } from './briefing-input.ts';
import { briefingName } from './briefing-name.ts';
import { targetLines } from './briefing-targets.ts';
import { dueLine, isWithin, nodeLines, redLines } from './briefing-tasks.ts';
import { officeLines, signLine } from './briefing-waits.ts';
import { moneySentence, paceSentence } from './standing-words.ts';
import { allWords, countsOf, unreturnedWords } from './task-counts.ts';
import { elapsedOf } from './years.ts';

/** A one-page status report. */
export type Briefing = { readonly period: Period; readonly lines: readonly string[] };

/**
 * Writes the briefing for the week that begins or the month that ended: overall status, overdue
 * tasks, upcoming tasks, and whether the year is on pace.
 */
export function writeBriefing(period: Period, standing: BriefingInput): Briefing {
  return {
    period,
    lines: [
      headline(period, standing),
      ...counted(period, standing),
      ...earlierLines(standing),
      ...redLines(standing),
      dueLine(period, standing),
      ...nodeLines(period, standing),
      ...some(paceSentence(standing.targets)),
      ...(period === 'month' ? targetLines(standing.targets) : []),
      ...some(moneySentence(standing.money, standing.today)),
      signLine(period, standing),
      ...officeLines(standing),
      ...(standing.overview === null ? [] : [`总览：${standing.overview}`]),
    ],
  };
}

const some = (sentence: string | null): readonly string[] => (sentence === null ? [] : [sentence]);

function headline(period: Period, { today, year }: BriefingInput): string {
  const day = coveredDay(period, today);
  const name = period === 'week' ? weekWords(today, today) : `${day.year}年${day.month}月`;
  const gone = elapsedOf(year, day);
  const now = day.year > year ? `，${day.year}年还没有登记工作` : '';
  return `${briefingName(period)}（${name}）：${year}年时间过去${gone}${now}。`;
}

function counted(
  period: Period,
  { today, rows, units, sent, hidden = 0 }: BriefingInput,
): readonly string[] {
  const counts = countsOf(rows);
  const over = overOn(period, today);
  const isWeek = period === 'week';
  const asOf = isWeek ? '' : `截至${today.month}月${today.day}日，`;
  const last = isWeek ? '上周' : `${over.to.month}月`;
  const reported = rows.filter(
    ({ task }) => task.status !== 'withdrawn' && isWithin(reportedDoneOn(task), over),
  ).length;
  const lit = `红灯${counts.red}项，黄灯${counts.yellow}项${unreturnedWords(counts)}`;
  const own = countsOf(rows.filter(({ task }) => units.includes(task.leadUnit)));
  return [
    `${asOf}${allWords(counts)}，${lit}；${last}报办结${reported}项，发出提醒${sent}份${hidden === 0 ? '' : `；${hiddenWords(hidden)}`}。`,
    ...(units.length === 0
      ? []
      : [`其中${units.join('、')}${own.all}项，红灯${own.red}项，黄灯${own.yellow}项。`]),
  ];
}
