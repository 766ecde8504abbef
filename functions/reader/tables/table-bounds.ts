/** How much of a workbook or of a file's tables is read, in a park's year some hundred rows. */

/** The last row of a sheet. */
export const LAST_ROW = 20_000;

/** The last column, IV. */
export const LAST_COLUMN = 256;

/** Cells of all sheets or tables, with the empty ones that fill their rows up. */
export const MOST_CELLS = 500_000;

export const MOST_SHEETS = 100;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LETTERS = ALPHABET.length;

/** The name of the column at `column`, from 0: A, …, Z, AA. */
export const letters = (column: number): string =>
  (column >= LETTERS ? letters(Math.floor(column / LETTERS) - 1) : '') +
  (ALPHABET[column % LETTERS] ?? '');

/** The place of the column called `name`, from 1. */
export const columnNumber = (name: string): number =>
  Array.from(name).reduce((sum, letter) => sum * LETTERS + ALPHABET.indexOf(letter) + 1, 0);
