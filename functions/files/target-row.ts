import type Fraction from 'fraction.js';
import type { Temporal } from 'temporal-polyfill';
import { Decimal, shortest } from '../domain/base/decimal.ts';
import type { TaskId } from '../domain/base/ids.ts';
import type { Problem } from '../domain/base/problems.ts';
import { MONTHS } from '../domain/calendar/reporting-months.ts';
import type { GivenFigure } from '../domain/targets/figure-check.ts';
import { type Actual, knownAt, type Target } from '../domain/targets/target.ts';
import { isRate } from '../domain/targets/target-lamp.ts';
import { cellText, decimalOf, isPercent } from './read-cells.ts';
import type { WorksheetCell, WorksheetRow } from './read-worksheets.ts';
import { conflictAt, type HeldCells, heldBy, KEY, saidBy } from './row-memory.ts';

/** Heads of the columns of the months. */
export const MONTH_TITLES = Array.from({ length: MONTHS }, (_, at) => `${at + 1}月`);
/** Column in which the reporter confirms a figure that was queried. */
export const CHECKED = '已核对';

const YES = /^(?:是|对|√|✓|已核对|yes|y|true|1)$/iu;
/** Decimal places that a figure is stored with. */
export const PLACES = 6;

/** What one row returns of a target: each figure that says something new, with the cell that says it. */
export type ReturnRow = {
  readonly id: TaskId;
  /** Of the cell for reasons. */
  readonly whyPlace: string;
  readonly figures: readonly (GivenFigure & { readonly place: string })[];
};

/** Reads one row: what it returns, or what is wrong with it. */
export function readTargetRow(
  row: WorksheetRow,
  targets: readonly Target[],
  now: Temporal.Instant,
): ReturnRow | readonly Problem[] {
  const target = targetOf(row, targets);
  if (!('id' in target)) return [target];
  const memory = heldBy(row);
  if ('problem' in memory) return [memory.problem];
  const known = knownAt(target, now);
  const problems: Problem[] = [...wrongGoal(row, target)];
  const source = cellText(row.cell('来源'));
  const said = {
    source,
    why: cellText(row.cell('备注')),
    isChecked: YES.test(cellText(row.cell(CHECKED))),
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

/** The target of a row: by its key, or by its name if it has no key. */
function targetOf(row: WorksheetRow, targets: readonly Target[]): Target | Problem {
  const key = row.cell(KEY);
  const name = row.cell('指标');
  const id = cellText(key);
  const named = targets.filter((each) => each.name === cellText(name));
  const [target, other] = id === '' ? named : targets.filter((each) => each.id === id);
  const remedy = '请与登记的指标名称一致';
  if (!target) {
    const message = `没有“${cellText(name)}”这项指标，或不在您的权限内`;
    return { place: name.place, message, remedy };
  }
  if (other) {
    const message = `有几项指标都叫“${cellText(name)}”`;
    return { place: name.place, message, remedy: '请在网页上逐项填报' };
  }
  if (target.name === cellText(name)) return target;
  const message = `编号 ${id} 是“${target.name}”，这一行写的是“${cellText(name)}”`;
  return { place: name.place, message, remedy };
}

type Month = {
  readonly target: Target;
  /** The current figure. */
  readonly actual: Actual | undefined;
  readonly held: HeldCells | null;
};

/** The figure that a cell reports; undefined if it is not new. */
function figureIn(
  cell: WorksheetCell,
  title: string,
  month: Month,
): Fraction | Problem | undefined {
  const parsed = decimalOf(cell);
  if ('problem' in parsed) return parsed.problem;
  const { value } = parsed;
  if (value === null) return undefined;
  return wrongUnit(cell, month.target) ?? newsOf(cell, { title, value }, month);
}

function wrongUnit(cell: WorksheetCell, target: Target): Problem | undefined {
  if (!isPercent(cell) || isRate(target)) return undefined;
  const message = `“${cellText(cell)}”是百分数，指标的单位是${target.unit}`;
  return { place: cell.place, message, remedy: '请按指标的单位填' };
}

function newsOf(
  { place }: WorksheetCell,
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

function wrongGoal(row: WorksheetRow, { goal, unit }: Target): readonly Problem[] {
  const cell = row.cell('年度目标');
  const parsed = decimalOf(cell);
  if ('problem' in parsed) return [parsed.problem];
  if (parsed.value === null || parsed.value.equals(goal)) return [];
  const message = `年度目标${shortest(parsed.value, 2)}与登记的${shortest(goal, 2)}${unit}不一致`;
  return [{ place: cell.place, message, remedy: '目标不能在这里改，请核对' }];
}
