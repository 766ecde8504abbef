import type { Span } from './mapped-text.ts';

/** One cell: where its text stands in the document's text. */
export type Cell = Span;

/** A table of the document, row by row, with the stretch of text it takes up. */
export type Table = Span & { readonly rows: readonly (readonly Cell[])[] };

/** Characters of text that are read at once; a year's plan has some ten thousand. */
export const LONGEST_TEXT = 1_000_000;

/** A plan as read from its file: the text quotes are taken from, and where its tables stand. */
export type PlanDocument = { readonly text: string; readonly tables: readonly Table[] };
