import stringWidth from 'string-width';
import type { Table } from '../functions/domain/base/table.ts';

type Align = Table['columns'][number]['align'];
type Cells = readonly string[];

const GAP = '  ';

/** Formats `table` as text in columns; wide characters count as two columns. */
export function tableLines({ title, columns, rows, notes }: Table): readonly string[] {
  const all = [columns.map((column) => column.title), ...rows];
  const widths = widthsOf(all);
  const aligns = columns.map(({ align }) => align);
  const [head = '', ...body] = all.map((cells) => lineOf(cells, widths, aligns));
  const rule = '-'.repeat(widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length));
  return [title, rule, head, rule, ...body, rule, ...notes];
}

/**
 * Formats `rows` as text in left-aligned columns.
 *
 * @param widest - maximum width of a cell in terminal columns; longer text is truncated.
 */
export function alignedLines(rows: readonly Cells[], widest: number): readonly string[] {
  const short = rows.map((cells) => cells.map((cell) => cut(cell, widest)));
  const widths = widthsOf(short);
  return short.map((cells) => lineOf(cells, widths));
}

const widthsOf = (rows: readonly Cells[]): readonly number[] =>
  (rows[0] ?? []).map((_, at) => Math.max(...rows.map((cells) => stringWidth(cells[at] ?? ''))));

const lineOf = (cells: Cells, widths: readonly number[], aligns: readonly Align[] = []): string =>
  widths
    .map((width, at) => padded(cells[at] ?? '', width, aligns[at] ?? 'left'))
    .join(GAP)
    .trimEnd();

function padded(text: string, width: number, align: Align): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'right' ? space + text : text + space;
}

/** Reserves two columns, as some terminals show the ellipsis that wide. */
function cut(text: string, widest: number): string {
  if (stringWidth(text) <= widest) return text;
  let short = text;
  while (stringWidth(short) > widest - 2) short = short.slice(0, -1);
  return `${short}…`;
}
