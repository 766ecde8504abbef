/** A table as people read it: cells are text, ready to be shown on a terminal or a page. */
export type Table = {
  readonly title: string;
  readonly columns: readonly Column[];
  /** As many cells as there are columns. */
  readonly rows: readonly (readonly string[])[];
  /** What must be known beside it, one sentence each. */
  readonly notes: readonly string[];
};

type Column = { readonly title: string; readonly align: 'left' | 'right' };

/** A column of text. */
export const left = (title: string): Column => ({ title, align: 'left' });

/** A column of figures. */
export const right = (title: string): Column => ({ title, align: 'right' });

/** What stands in a cell that has nothing to say. */
export const NOTHING = '—';
