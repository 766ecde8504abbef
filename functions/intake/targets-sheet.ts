import type { Temporal } from 'temporal-polyfill';
import writeXlsxFile from 'write-excel-file/node';
import { shortest } from '../domain/decimal.ts';
import type { Problem } from '../domain/problem.ts';
import { knownAt, MONTHS, misfit, type Return, type Target } from '../domain/target.ts';
import { decimalOf, textOf } from './cells.ts';
import { headCell, numberCell, textCell } from './sheet-cells.ts';
import { type Row, readSheets, type SheetReading } from './sheets.ts';

const MONTH_TITLES = Array.from({ length: MONTHS }, (_, at) => `${at + 1}月`);
const TITLES = ['序号', '指标', '单位', '年度目标', ...MONTH_TITLES, '来源', '备注'] as const;
const SHEET = '指标';

/**
 * Reads the returns of `targets` from a workbook. A month without a figure is no return; the goal
 * is the register's, and one that differs is a problem.
 *
 * @param file - its name, for messages.
 * @throws {BadInput} if it is no such workbook.
 */
export async function readTargetsSheet(
  bytes: Uint8Array,
  file: string,
  targets: readonly Target[],
): Promise<SheetReading<Return>> {
  const sheets = await readSheets(bytes, file, TITLES);
  const values: Return[] = [];
  const problems: Problem[] = [];
  for (const row of sheets.flatMap(({ rows }) => rows)) {
    const read = readRow(row, targets);
    if ('id' in read) values.push(read);
    else problems.push(...read);
  }
  return { values, problems };
}

function readRow(row: Row, targets: readonly Target[]): Return | readonly Problem[] {
  const name = row.cell('指标');
  const [target, other] = targets.filter((each) => each.name === textOf(name));
  if (other) {
    const message = `有几项指标都叫“${textOf(name)}”`;
    return [{ place: name.place, message, remedy: '请在网页上逐项填报' }];
  }
  if (!target) {
    const message = `没有“${textOf(name)}”这项指标，或不在您的权限内`;
    return [{ place: name.place, message, remedy: '请与登记的指标名称一致' }];
  }
  const source = textOf(row.cell('来源'));
  const why = textOf(row.cell('备注'));
  const problems: Problem[] = [...wrongGoal(row, target)];
  const figures = MONTH_TITLES.flatMap((title, at) => {
    const cell = row.cell(title);
    const parsed = decimalOf(cell);
    if ('problem' in parsed) problems.push(parsed.problem);
    const value = 'value' in parsed ? parsed.value : null;
    if (value === null) return [];
    const message = misfit(target, at + 1, value);
    if (message !== undefined) problems.push({ place: cell.place, message, remedy: '请核对' });
    return [{ month: at + 1, value, source, why }];
  });
  if (figures.length > 0 && source === '') {
    const { place } = row.cell('来源');
    problems.push({ place, message: '没有写明数据来源', remedy: '请填写，例如 统计月报' });
  }
  return problems.length > 0 ? problems : { id: target.id, figures };
}

function wrongGoal(row: Row, { goal, unit }: Target): readonly Problem[] {
  const cell = row.cell('年度目标');
  const parsed = decimalOf(cell);
  if ('problem' in parsed) return [parsed.problem];
  if (parsed.value === null || parsed.value.equals(goal)) return [];
  const message = `年度目标${shortest(parsed.value, 2)}与登记的${shortest(goal, 2)}${unit}不一致`;
  return [{ place: cell.place, message, remedy: '目标不能在这里改，请核对' }];
}

/** The workbook that {@link readTargetsSheet} reads, with the figures that are known at `now`. */
export function writeTargetsSheet(
  targets: readonly Target[],
  now: Temporal.Instant,
): Promise<Uint8Array> {
  const rows = targets.map((target, at) => {
    const known = knownAt(target, now);
    const source = [...known.values()].at(-1)?.source ?? '';
    return [
      numberCell(at + 1),
      textCell(target.name),
      textCell(target.unit),
      numberCell(target.goal.valueOf()),
      ...MONTH_TITLES.map((_, month) => {
        const actual = known.get(month + 1);
        return actual ? numberCell(actual.value.valueOf()) : null;
      }),
      textCell(source),
      textCell(''),
    ];
  });
  return writeXlsxFile([{ sheet: SHEET, data: [TITLES.map(headCell), ...rows] }]).toBuffer();
}
