import type Fraction from 'fraction.js';
import type { Temporal } from 'temporal-polyfill';
import writeXlsxFile from 'write-excel-file/node';
import { Decimal, shortest } from '../domain/base/decimal.ts';
import type { TaskId } from '../domain/base/ids.ts';
import type { Problem } from '../domain/base/problems.ts';
import { MONTHS } from '../domain/calendar/reporting-months.ts';
import type { GivenFigure } from '../domain/targets/figure-check.ts';
import { type Actual, knownAt, type Target } from '../domain/targets/target.ts';
import { isRate } from '../domain/targets/target-lamp.ts';
import { decimalOf, isPercent, textOf } from './cells.ts';
import {
  conflictAt,
  HELD,
  type HeldCells,
  heldBy,
  heldText,
  KEY,
  repeatedAt,
  saidBy,
} from './row-memory.ts';
import { headCell, numberCell, textCell } from './worksheet-cells.ts';
import { type Cell, type Row, readSheets, type SheetReading } from './worksheets.ts';

const MONTH_TITLES = Array.from({ length: MONTHS }, (_, at) => `${at + 1}月`);
const TITLES = ['序号', '指标', '单位', '年度目标', ...MONTH_TITLES, '来源', '备注'] as const;

/** Where whoever fills in says that a figure which is asked back was looked at again. */
const CHECKED = '已核对';
const YES = /^(?:是|对|√|✓|已核对|yes|y|true|1)$/iu;
const SHEET = '指标';

/** Digits that a figure is kept with. */
const PLACES = 6;

/** What one row returns of a target: each figure that says something new, with the cell that says it. */
export type ReturnRow = {
  readonly id: TaskId;
  /** Of the cell for reasons. */
  readonly whyPlace: string;
  readonly figures: readonly (GivenFigure & { readonly place: string })[];
};

/**
 * Reads the returns of `targets` from a workbook. A month that is as it was exported, or as it is
 * known at `now`, is no return; the goal is the register's, and one that differs is a problem.
 *
 * @param file - its name, for messages.
 * @throws {BadInput} if it is no such workbook.
 */
export async function readTargetsSheet(
  bytes: Uint8Array,
  file: string,
  targets: readonly Target[],
  now: Temporal.Instant,
): Promise<SheetReading<ReturnRow>> {
  const sheets = await readSheets(bytes, file, TITLES);
  const values: ReturnRow[] = [];
  const problems: Problem[] = [];
  const places = new Map<string, string>();
  for (const row of sheets.flatMap(({ rows }) => rows)) {
    const read = readRow(row, targets, now);
    if (!('id' in read)) {
      problems.push(...read);
      continue;
    }
    const first = places.get(read.id);
    if (first === undefined) values.push(read);
    else problems.push(repeatedAt(row.place, first));
    places.set(read.id, first ?? row.place);
  }
  return { values, problems };
}

function readRow(
  row: Row,
  targets: readonly Target[],
  now: Temporal.Instant,
): ReturnRow | readonly Problem[] {
  const target = targetOf(row, targets);
  if (!('id' in target)) return [target];
  const memory = heldBy(row);
  if ('problem' in memory) return [memory.problem];
  const known = knownAt(target, now);
  const problems: Problem[] = [...wrongGoal(row, target)];
  const source = textOf(row.cell('来源'));
  const said = {
    source,
    why: textOf(row.cell('备注')),
    isChecked: YES.test(textOf(row.cell(CHECKED))),
  };
  const figures = MONTH_TITLES.flatMap((title, at) => {
    const cell = row.cell(title);
    const month = at + 1;
    const read = figureIn(cell, title, { target, actual: known.get(month), held: memory.held });
    if (read === undefined) return [];
    if ('message' in read) {
      problems.push(read);
      return [];
    }
    return [{ month, value: read, place: cell.place, ...said }];
  });
  if (figures.length > 0 && source === '') {
    const { place } = row.cell('来源');
    problems.push({ place, message: '没有写明数据来源', remedy: '请填写，例如 统计月报' });
  }
  return problems.length > 0
    ? problems
    : { id: target.id, whyPlace: row.cell('备注').place, figures };
}

/** The target that a row is of: by its key, or by its name where there is none. */
function targetOf(row: Row, targets: readonly Target[]): Target | Problem {
  const key = row.cell(KEY);
  const name = row.cell('指标');
  const id = textOf(key);
  const named = targets.filter((each) => each.name === textOf(name));
  const [target, other] = id === '' ? named : targets.filter((each) => each.id === id);
  const remedy = '请与登记的指标名称一致';
  if (!target) {
    const message = `没有“${textOf(name)}”这项指标，或不在您的权限内`;
    return { place: name.place, message, remedy };
  }
  if (other) {
    const message = `有几项指标都叫“${textOf(name)}”`;
    return { place: name.place, message, remedy: '请在网页上逐项填报' };
  }
  if (target.name === textOf(name)) return target;
  const message = `编号 ${id} 是“${target.name}”，这一行写的是“${textOf(name)}”`;
  return { place: name.place, message, remedy };
}

type Month = {
  readonly target: Target;
  /** What is known of it now. */
  readonly actual: Actual | undefined;
  readonly held: HeldCells | null;
};

/** The figure that a cell returns; undefined where it says nothing new. */
function figureIn(cell: Cell, title: string, month: Month): Fraction | Problem | undefined {
  const parsed = decimalOf(cell);
  if ('problem' in parsed) return parsed.problem;
  const { value } = parsed;
  if (value === null) return undefined;
  return wrongUnit(cell, month.target) ?? newsOf(cell, { title, value }, month);
}

function wrongUnit(cell: Cell, target: Target): Problem | undefined {
  if (!isPercent(cell) || isRate(target)) return undefined;
  const message = `“${textOf(cell)}”是百分数，指标的单位是${target.unit}`;
  return { place: cell.place, message, remedy: '请按指标的单位填' };
}

function newsOf(
  { place }: Cell,
  { title, value }: { readonly title: string; readonly value: Fraction },
  { actual, held: cells }: Month,
): Fraction | Problem | undefined {
  const now = actual?.value ?? null;
  const held = cells === null ? undefined : (Decimal.safeParse(cells[title]).data ?? null);
  const said = saidBy<Fraction | null>(value, { held, now }, isEqual);
  if (said === 'nothing') return undefined;
  if (said === 'news') return value;
  const words = (figure: Fraction | null): string => (figure ? shortest(figure, PLACES) : '');
  return conflictAt(place, { held: words(held ?? null), now: words(now), cell: words(value) });
}

const isEqual = (a: Fraction | null, b: Fraction | null): boolean =>
  a === null || b === null ? a === b : a.equals(b);

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
    const held = [...known.values()].map(
      ({ month, value }) => [`${month}月`, shortest(value, PLACES)] as const,
    );
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
      textCell(''),
      textCell(target.id),
      textCell(heldText(Object.fromEntries(held))),
    ];
  });
  const head = [...TITLES, CHECKED, KEY, HELD].map(headCell);
  return writeXlsxFile([{ sheet: SHEET, data: [head, ...rows] }]).toBuffer();
}
