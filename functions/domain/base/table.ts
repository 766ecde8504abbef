/** A table of formatted cells, for a terminal or a page. */
export type Table = {
  readonly title: string;
  readonly columns: readonly Column[];
  /** As many cells as there are columns. */
  readonly rows: readonly (readonly string[])[];
  /** Notes below the table, one sentence each. */
  readonly notes: readonly string[];
};

type Column = { readonly title: string; readonly align: 'left' | 'right' };

/** A column of text. */
export const left = (title: string): Column => ({ title, align: 'left' });

/** A column of figures. */
export const right = (title: string): Column => ({ title, align: 'right' });

/** Content of an empty cell. */
export const NOTHING = '—';
