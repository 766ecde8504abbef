import type Fraction from 'fraction.js';
import { Temporal } from 'temporal-polyfill';
import { Decimal } from '../domain/decimal.ts';
import { oneLine } from '../domain/one-line.ts';
import type { Problem } from '../domain/problem.ts';
import type { Cell } from './sheets.ts';

/** What a cell says, or the problem with it. */
export type Parsed<Value> = { readonly value: Value } | { readonly problem: Problem };

const wrong = (
  { place }: Cell,
  message: string,
  remedy: string,
): { readonly problem: Problem } => ({
  problem: { place, message, remedy },
});

/** The cell as text, on one line. */
export const textOf = ({ value }: Cell): string =>
  value instanceof Date ? dayOf(value).toString() : oneLine(String(value ?? ''));

export const FEN_PER_WAN = 1_000_000;

/** An amount in 万元 as integer fen. */
export function fenOf(cell: Cell): Parsed<number> {
  const text = textOf(cell).replaceAll(/[,，]/g, '');
  const parsed = Decimal.safeParse(text);
  if (!parsed.success || parsed.data.lt(0)) {
    return wrong(cell, `“${textOf(cell)}”不是金额`, '请填万元数，例如 6000 或 1400.5');
  }
  const fen = parsed.data.mul(FEN_PER_WAN);
  if (fen.d !== 1n) return wrong(cell, `“${text}”万元不是整分`, '金额最多精确到分');
  if (fen.n > BigInt(Number.MAX_SAFE_INTEGER)) return wrong(cell, '金额太大', '请核对单位');
  return { value: Number(fen.n) };
}

/** A decimal number; null where the cell is empty. */
export function decimalOf(cell: Cell): Parsed<Fraction | null> {
  const text = textOf(cell).replaceAll(/[,，]/g, '').replace(/%$/, '');
  if (text === '') return { value: null };
  const parsed = Decimal.safeParse(text);
  if (parsed.success) return { value: parsed.data };
  return wrong(cell, `“${textOf(cell)}”不是数字`, '请只填数字，例如 170.9');
}

const DAY = /^(20\d\d)(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/;

/** A day, as a date cell or as text; null where the cell is empty. */
export function dayIn(cell: Cell): Parsed<Temporal.PlainDate | null> {
  if (cell.value instanceof Date) return { value: dayOf(cell.value) };
  const text = textOf(cell);
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
