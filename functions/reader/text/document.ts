import type { TextSpan } from './mapped-text.ts';

/** One cell, as a range of the document's text. */
export type TableCell = TextSpan;

/** A table of the document, row by row, with the range of text it covers. */
export type TextTable = TextSpan & { readonly rows: readonly (readonly TableCell[])[] };

/** Characters of text that are read at most; an annual plan has some ten thousand. */
export const LONGEST_TEXT = 1_000_000;

/** A plan as read from its file: the text that quotes are taken from, and its tables. */
export type PlanDocument = { readonly text: string; readonly tables: readonly TextTable[] };
