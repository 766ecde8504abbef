import Fraction from 'fraction.js';
import { Temporal } from 'temporal-polyfill';
import { Decimal, fixed } from '../domain/base/decimal.ts';
import { FEN_PER_WAN, type Fen, inFen } from '../domain/base/money.ts';
import { oneLine } from '../domain/base/one-line.ts';
import type { Problem } from '../domain/base/problems.ts';
import { UNCOMPUTED, type WorksheetCell } from './read-worksheets.ts';

/** What a cell says, or the problem with it. */
export type Parsed<Value> = { readonly value: Value } | { readonly problem: Problem };

const wrong = (
  { place }: WorksheetCell,
  message: string,
  remedy: string,
): { readonly problem: Problem } => ({
  problem: { place, message, remedy },
});

/** The cell as text, on one line. */
export const cellText = ({ value }: WorksheetCell): string =>
  value instanceof Date ? dayOf(value).toString() : oneLine(String(value ?? ''));

/** An amount in 万元 as fen. */
export function fenOf(cell: WorksheetCell): Parsed<Fen> {
  if (isUncomputed(cell)) return { problem: { place: cell.place, ...UNCOMPUTED } };
  if (isPercent(cell)) return wrong(cell, '这一格是百分数，不是金额', '请填万元数，例如 6000');
  const text = numberText(cell);
  const parsed = Decimal.safeParse(text);
  if (!parsed.success || parsed.data.lt(0)) {
    return wrong(cell, `“${cellText(cell)}”不是金额`, '请填万元数，例如 6000 或 1400.5');
  }
  const fen = parsed.data.mul(FEN_PER_WAN);
  if (fen.d !== 1n) return wrong(cell, `“${text}”万元不是整分`, '金额最多精确到分');
  if (fen.n > BigInt(Number.MAX_SAFE_INTEGER)) return wrong(cell, '金额太大', '请核对单位');
  return { value: inFen(Number(fen.n)) };
}

/** A decimal number, a percentage as the person sees it: 7.3% is 7.3. Null where the cell is empty. */
export function decimalOf(cell: WorksheetCell): Parsed<Fraction | null> {
  if (isUncomputed(cell)) return { problem: { place: cell.place, ...UNCOMPUTED } };
  const text = numberText(cell).replace(/[%％]$/, '');
  if (text === '') return { value: null };
  const parsed = Decimal.safeParse(text);
  if (parsed.success) return { value: parsed.data };
  return wrong(cell, `“${cellText(cell)}”不是数字`, '请只填数字，小数至多 6 位，例如 170.9');
}

const isUncomputed = ({ note }: WorksheetCell): boolean => note?.isUncomputed === true;

/** Whether a cell shows a percentage, by its format or as text. */
export const isPercent = (cell: WorksheetCell): boolean =>
  placesOf(cell) !== null || /[%％]$/.test(cellText(cell));

/** Digits with which a number is shown as a percentage; null where it is not. */
const placesOf = ({ value, note }: WorksheetCell): number | null =>
  typeof value === 'number' ? (note?.percentPlaces ?? null) : null;

/** Digits of a number that Excel keeps and shows: 170.89999999999998 is 170.9. */
const SIGNIFICANT = 15;

/** The number of a cell as the person sees it, without the commas between its thousands. */
function numberText(cell: WorksheetCell): string {
  const { value } = cell;
  if (typeof value !== 'number') return cellText(cell).replaceAll(/[,，]/g, '');
  const shown = String(Number(value.toPrecision(SIGNIFICANT)));
  const places = placesOf(cell);
  if (places === null || shown.includes('e')) return shown;
  return fixed(new Fraction(shown).mul(100), places);
}

const DAY = /^(20\d\d)(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/;

/** A day, as a date cell or as text; null where the cell is empty. */
export function cellDay(cell: WorksheetCell): Parsed<Temporal.PlainDate | null> {
  if (isUncomputed(cell)) return { problem: { place: cell.place, ...UNCOMPUTED } };
  if (cell.value instanceof Date) return { value: dayOf(cell.value) };
  const text = cellText(cell);
  if (text === '') return { value: null };
  const [, year, month, day] = DAY.exec(text) ?? [];
  const value =
    year === undefined ? undefined : plainDate(Number(year), Number(month), Number(day));
  if (value) return { value };
  return wrong(cell, `“${text}”不是存在的日期`, '请写成 2022-06-22');
}

/** A date cell is the midnight of its day in UTC. */
const dayOf = (date: Date): Temporal.PlainDate =>
  Temporal.PlainDate.from(date.toISOString().slice(0, 'YYYY-MM-DD'.length));

function plainDate(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/**
 * The value of a cell that has no problem.
 *
 * @throws {RangeError} if it has one.
 */
export function valueOf<Value>(parsed: Parsed<Value>): Value {
  if ('value' in parsed) return parsed.value;
  throw new RangeError(parsed.problem.message);
}
