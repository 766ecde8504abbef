import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Table } from '../../domain/base/table.ts';

/** A report's table with its notes; one that is wider than the window scrolls by itself. */
export const PlainTable = ({
  table: { title, columns, rows, notes },
}: {
  readonly table: Table;
}): JSX.Element => (
  <section class="section">
    <h2 class="section-title">{title}</h2>
    <div class="scroll" role="region" aria-label={title} tabindex={0}>
      <table class="records figures">
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" class={column.align === 'right' ? 'right' : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell, at) =>
                at === 0 ? (
                  <th scope="row">{cell}</th>
                ) : (
                  <td class={columns[at]?.align === 'right' ? 'number right' : undefined}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    {notes.length > 0 ? (
      <ul class="notes muted">
        {notes.map((note) => (
          <li>{note}</li>
        ))}
      </ul>
    ) : null}
  </section>
);
