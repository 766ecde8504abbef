import type { Span } from './view.ts';

/** One cell: where its text stands in the document's text. */
export type Cell = Span;

/** A table of the document, row by row, with the stretch of text it takes up. */
export type Table = Span & { readonly rows: readonly (readonly Cell[])[] };

/** A plan as read from its file: the text quotes are taken from, and where its tables stand. */
export type PlanDocument = { readonly text: string; readonly tables: readonly Table[] };
