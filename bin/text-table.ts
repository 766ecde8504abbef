import stringWidth from 'string-width';
import type { Table } from '../functions/domain/base/table.ts';

const GAP = '  ';

/** `table` as lines of text, in columns that fit also where characters are twice as wide. */
export function tableLines({ title, columns, rows, notes }: Table): readonly string[] {
  const heads = columns.map((column) => column.title);
  const widths = columns.map((_, at) =>
    Math.max(...[heads, ...rows].map((cells) => stringWidth(cells[at] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, at) => padded(cells[at] ?? '', widths[at] ?? 0, align))
      .join(GAP)
      .trimEnd();
  const rule = '-'.repeat(widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length));
  return [title, rule, line(heads), rule, ...rows.map(line), rule, ...notes];
}

function padded(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'right' ? space + text : text + space;
}
