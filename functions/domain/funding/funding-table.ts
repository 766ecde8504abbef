import { Temporal } from 'temporal-polyfill';
import { type Fen, wanFigure, wanWords } from '../base/money.ts';
import { left, NOTHING, right, type Table } from '../base/table.ts';
import { daysLeftWords, dayWords } from '../base/words.ts';
import { colourName } from '../tasks/lamp.ts';
import { stageName } from './funding.ts';
import type { FundingReport } from './funding-report.ts';
import type { FundingRow } from './funding-row.ts';

const columns = [
  left('资金和项目'),
  right('目标'),
  right('已申报'),
  right('已批复'),
  right('已到位'),
  right('已支出'),
  right('尚未申报'),
  right('申报未批'),
  right('批复未到'),
  right('到位未支'),
  left('已到环节'),
  left('下一环节'),
  left('期限'),
  left('卡在'),
];

/** Indent of each level. */
const indent = { total: '', instrument: '', project: '  ', batch: '    ' } as const;

/** Money on `day` as tables for a meeting; amounts in 万元. */
export const fundingTables = (report: FundingReport, day: Temporal.PlainDate): readonly Table[] => [
  moneyTable(report, day),
  ...(report.clocks.length === 0 ? [] : [spendingTable(report)]),
  ...(report.blocks.length === 0 ? [] : [blocksTable(report, day)]),
];

function moneyTable({ rows, blocks }: FundingReport, day: Temporal.PlainDate): Table {
  const names = new Map(blocks.map(({ id, shortTitle }) => [id, shortTitle]));
  return {
    title: `${day.year}年资金争取和到位情况（${day.month}月${day.day}日，单位：万元）`,
    columns,
    rows: rows.map((row) => [...amountCells(row), ...placeCells(row, day), heldWords(row, names)]),
    notes: [
      ...rows.flatMap(({ name, doubts }) => doubts.map((doubt) => `${name}：${doubt}。`)),
      '目标＝尚未申报＋申报未批＋批复未到＋到位未支＋已支出；差额为负的，后一环节的数大于前一环节。',
    ],
  };
}

/** One sentence for each instrument: where it is and what comes next. */
export const fundingSummary = (
  { rows, blocks }: FundingReport,
  day: Temporal.PlainDate,
): readonly string[] =>
  rows
    .filter(({ level }) => level === 'instrument')
    .map((row) => {
      const { name, goalFen, requestedFen, approvedFen, arrivedFen, spentFen, blockedBy } = row;
      const figures = `目标${wanWords(goalFen)}，已申报${wanWords(requestedFen)}、批复${wanWords(approvedFen)}、到位${wanWords(arrivedFen)}、支出${wanWords(spentFen)}`;
      const next = row.next && `；下一环节${nextWords(row, wanWords)}，${dueWords(row, day)}`;
      const held = blocks
        .filter(({ id }) => blockedBy.includes(id))
        .map(({ title, isWithdrawn }) => `“${title}”${isWithdrawn ? '（已撤销）' : ''}`);
      const block = held.length === 0 ? '' : `；卡在${held.join('')}`;
      return `${name}：${figures}${next ?? ''}${block}。`;
    });

function amountCells(row: FundingRow): readonly string[] {
  const { goalFen, requestedFen, approvedFen, arrivedFen, spentFen, gaps } = row;
  const amounts = [goalFen, requestedFen, approvedFen, arrivedFen, spentFen];
  const fens = [...amounts, ...gaps.map(({ fen }) => fen)];
  return [`${indent[row.level]}${row.name}`, ...fens.map(wanFigure)];
}

/** Only a single batch has a current stage; several may differ. */
function placeCells(row: FundingRow, day: Temporal.PlainDate): readonly string[] {
  if (row.level === 'total') return [NOTHING, NOTHING, NOTHING];
  const reached = row.isOneBatch && row.reached ? stageName(row.reached, row.kind) : NOTHING;
  return [reached, nextWords(row, wanFigure), dueWords(row, day)];
}

const nextWords = ({ next, kind }: FundingRow, worded: (amount: Fen) => string): string =>
  next === null ? NOTHING : `${stageName(next.stage, kind)}${worded(next.amountFen)}`;

function dueWords({ next }: FundingRow, day: Temporal.PlainDate): string {
  if (next === null) return NOTHING;
  if (next.due === null) return '没有定日期';
  const due = Temporal.PlainDate.from(next.due);
  return `${dayWords(due, day)}，${daysLeftWords(due, day)}`;
}

function heldWords({ level, blockedBy }: FundingRow, names: ReadonlyMap<string, string>): string {
  if (blockedBy.length === 0) return NOTHING;
  if (level === 'total' || level === 'instrument') return `${blockedBy.length}项`;
  return blockedBy.map((id) => names.get(id) ?? id).join('、');
}

const spendingColumns = [
  left('已发行批次'),
  left('发行日期'),
  left('应支出完毕'),
  right('已过月数'),
  right('发行金额'),
  right('已支出'),
  left('灯'),
  left('支出进度'),
  left('怎样转绿'),
];

const spendingTable = ({ clocks }: FundingReport): Table => ({
  title: '专项债券支出进度（单位：万元）',
  columns: spendingColumns,
  rows: clocks.map((clock) => [
    `${clock.name}第${clock.batch}批`,
    clock.issuedOn,
    clock.until,
    `${clock.months}/${clock.of}`,
    wanFigure(clock.issuedFen),
    wanFigure(clock.spentFen),
    colourName[clock.lamp.colour],
    clock.lamp.reason,
    clock.lamp.toGreen ?? NOTHING,
  ]),
  notes: ['支出期限从发行的次月起算，满一个月计一个月。'],
});

const blocksTable = ({ blocks }: FundingReport, day: Temporal.PlainDate): Table => ({
  title: '卡住资金的工作（单位：万元）',
  columns: [left('工作'), left('责任单位'), left('期限'), right('等它的资金')],
  rows: blocks.map(({ title, leadUnit, due, isWithdrawn, waitingFen }) => [
    title,
    leadUnit,
    isWithdrawn
      ? '已撤销'
      : due === null
        ? '没有期限'
        : dayWords(Temporal.PlainDate.from(due), day),
    wanFigure(waitingFen),
  ]),
  notes: [],
});
