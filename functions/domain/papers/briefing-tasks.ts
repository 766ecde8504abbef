import { Temporal } from 'temporal-polyfill';
import { type DayRange, lastOf, type Period } from '../calendar/period.ts';
import { isLive } from '../tasks/task-status.ts';
import { namedInFull, rowWords, sorted, type TaskRow } from './board.ts';
import { yearWords } from './briefing-earlier.ts';
import type { BriefingInput } from './briefing-input.ts';
import { filtered } from './task-filter.ts';

/**
 * Maximum number of tasks listed, so that the briefing fits a phone screen; the others are counted.
 */
const MOST_RED = 4;
const MOST_DUE = 2;
const MOST_NODES_NAMED = 2;

/** An assumed date is never reported as missed. */
const assumedWords = ({ task }: TaskRow): string =>
  task.duePrecision === 'assumed-year-end' ? '，期限未核定，暂按年底估计' : '';

/** Tasks of the recipient's own units first, then the longest overdue. */
export function redLines(standing: BriefingInput): readonly string[] {
  const { rows, units, today, earlier } = standing;
  const red = sorted(filtered(rows, { lamp: 'red' }, today), 'due');
  const isOwn = ({ task }: TaskRow): boolean => units.includes(task.leadUnit);
  const ordered = [...red.filter(isOwn), ...red.filter((row) => !isOwn(row))];
  if (ordered.length === 0) {
    const isElsewhere = earlier.rows.some(({ lamp }) => lamp.colour === 'red');
    return [`${yearWords(standing, isElsewhere)}没有红灯。`];
  }
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

/** Tasks of the year that are due in the rest of the current week or month. */
export function dueLine(period: Period, standing: BriefingInput): string {
  const { rows, today, year, earlier } = standing;
  const span = { from: today, to: lastOf(period, today) };
  const soon = period === 'week' ? '本周' : `${today.month}月底以前`;
  const isDue = ({ task }: TaskRow): boolean => isLive(task) && isWithin(task.due, span);
  const due = sorted(rows.filter(isDue), 'due');
  const of = yearWords(standing, year !== today.year || earlier.rows.some(isDue));
  if (due.length === 0) return `${of}${soon}没有到期的${of === '' ? '工作' : ''}。`;
  const named = due.slice(0, MOST_DUE).map((row) => {
    const { title, leadUnit, due: day } = row.task;
    return `${title}（${leadUnit}，${day?.month}月${day?.day}日${assumedWords(row)}）`;
  });
  const rest = due.length > MOST_DUE ? '等' : '';
  return `${of}${soon}到期${due.length}项：${named.join('；')}${rest}。`;
}

/**
 * Nodes that are overdue or due in the rest of the week or month, named with their work; none where
 * there are no such.
 */
export function nodeLines(period: Period, { rows, today }: BriefingInput): readonly string[] {
  const nodes = sorted(
    rows.flatMap(({ nodes: own = [] }) => own.filter(({ task }) => isLive(task)).map(namedInFull)),
    'due',
  );
  const span = { from: today, to: lastOf(period, today) };
  const red = filtered(nodes, { lamp: 'red' }, today);
  const soon = nodes.filter((row) => !red.includes(row) && isWithin(row.task.due, span));
  const words = [
    ...(red.length > 0 ? [`已逾期${red.length}个：${namedNodes(red)}`] : []),
    ...(soon.length > 0
      ? [`${period === 'week' ? '本周' : '本月'}到期${soon.length}个：${namedNodes(soon)}`]
      : []),
  ];
  return words.length === 0 ? [] : [`节点${words.join('；')}。`];
}

function namedNodes(rows: readonly TaskRow[]): string {
  const named = rows
    .slice(0, MOST_NODES_NAMED)
    .map((row) => `${row.task.title}（${row.task.leadUnit}，${rowWords(row)}）`);
  return `${named.join('、')}${rows.length > MOST_NODES_NAMED ? '等' : ''}`;
}

/** Whether `day` lies in a range, both ends included. */
export const isWithin = (day: Temporal.PlainDate | null, { from, to }: DayRange): boolean =>
  day !== null &&
  Temporal.PlainDate.compare(from, day) <= 0 &&
  Temporal.PlainDate.compare(day, to) <= 0;
