import type { Temporal } from 'temporal-polyfill';
import writeXlsxFile, { type CellObject } from 'write-excel-file/node';
import type { TaskRow } from '../domain/papers/board.ts';
import { type KeptDates, keptDates, keptDatesName } from '../domain/tasks/kept-dates.ts';
import { lampName } from '../domain/tasks/lamp.ts';
import { statedProgress } from '../domain/tasks/task-progress.ts';
import { statusName } from '../domain/tasks/task-status.ts';
import { leftWords } from '../domain/tasks/task-year.ts';
import { dayCell, headCell, numberCell, textCell } from './write-cells.ts';

const SHEET = '任务清单';
const KEPT_SHEET = '期限统计';

type Column = {
  readonly title: string;
  /** Characters. */
  readonly width: number;
  readonly cell: (row: TaskRow) => CellObject | null;
};

/** @param timeZone - in which the instant of a report is a day. */
const columns = (timeZone: string): readonly Column[] => [
  { title: '编号', width: 12, cell: ({ task }) => textCell(task.id) },
  { title: '事项', width: 40, cell: ({ task }) => textCell(task.title) },
  { title: '责任单位', width: 16, cell: ({ task }) => textCell(task.leadUnit) },
  { title: '配合单位', width: 20, cell: ({ task }) => textCell(task.supportingUnits.join('、')) },
  { title: '期限', width: 12, cell: ({ task }) => dayCell(task.due) },
  { title: '原定期限', width: 12, cell: ({ task }) => dayCell(task.originalDue) },
  {
    title: '状态',
    width: 12,
    cell: ({ task }) => textCell(leftWords(task) ?? statusName[task.status]),
  },
  { title: '进度(%)', width: 8, cell: ({ task }) => percentCell(statedProgress(task)) },
  { title: '灯', width: 8, cell: ({ lamp }) => textCell(lampName[lamp.colour]) },
  { title: '亮灯原因', width: 30, cell: ({ lamp }) => textCell(lamp.reason) },
  {
    title: '反馈日期',
    width: 12,
    cell: ({ task: { lastReport } }) =>
      dayCell(lastReport?.at.toZonedDateTimeISO(timeZone).toPlainDate() ?? null),
  },
  { title: '最近反馈', width: 40, cell: ({ task }) => textCell(task.lastReport?.note ?? '') },
  { title: '办结日期', width: 12, cell: ({ task }) => dayCell(task.doneOn) },
  { title: '原文', width: 60, cell: ({ task }) => textCell(task.quote) },
];

const percentCell = (percent: number | null): CellObject | null =>
  percent === null ? null : numberCell(percent);

/**
 * A workbook of `rows` in their order, with what the register shows of each; its second sheet says how
 * they stand on `today` by their original and by their present dates.
 */
export function writeItemsSheet(
  rows: readonly TaskRow[],
  timeZone: string,
  today: Temporal.PlainDate,
): Promise<Uint8Array> {
  const wanted = columns(timeZone);
  const data = [
    wanted.map(({ title }) => headCell(title)),
    ...rows.map((row) => wanted.map(({ cell }) => cell(row))),
  ];
  const widths = wanted.map(({ width }) => ({ width }));
  return writeXlsxFile([
    { sheet: SHEET, data, columns: widths, stickyRowsCount: 1 },
    { sheet: KEPT_SHEET, data: keptData(rows, today), stickyRowsCount: 1 },
  ]).toBuffer();
}

/** The tasks of the first sheet by their two dates. */
function keptData(rows: readonly TaskRow[], today: Temporal.PlainDate): (CellObject | null)[][] {
  const { byOriginal, byCurrent } = keptDates(
    rows.map(({ task }) => task),
    today,
  );
  const parts = Object.keys(keptDatesName) as (keyof KeptDates)[];
  const line = (name: string, counts: KeptDates): CellObject[] => [
    textCell(name),
    ...parts.map((part) => numberCell(counts[part])),
  ];
  return [
    [headCell('依据'), ...parts.map((part) => headCell(keptDatesName[part]))],
    line('原定期限', byOriginal),
    line('现行期限', byCurrent),
  ];
}
