import type { Temporal } from 'temporal-polyfill';
import type { CellObject } from 'write-excel-file/node';
import { oneLine } from '../domain/base/one-line.ts';

/** A text cell of one line: also where the text looks like a formula. */
export const textCell = (text: string): CellObject => ({ value: oneLine(text), type: String });

/** A cell of the head. */
export const headCell = (value: string): CellObject => ({
  value,
  type: String,
  fontWeight: 'bold',
});

/** A number that a double holds exactly to six places. */
export const numberCell = (value: number): CellObject => ({ value, type: Number });

/** A date cell; empty without a day. */
export const dayCell = (day: Temporal.PlainDate | null): CellObject | null =>
  day === null
    ? null
    : { value: new Date(`${day.toString()}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
