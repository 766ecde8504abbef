import type { JSX } from 'hono/jsx/jsx-runtime';
import type { BulkLine } from '../../flows/tasks/bulk.ts';

const headings = { change: '变化', refusal: '原因' } as const;

/** The tasks of a bulk, each with what changes or why it is left as it is. */
export const BulkLines = ({
  lines,
  has,
}: {
  readonly lines: readonly BulkLine[];
  readonly has: 'change' | 'refusal' | null;
}): JSX.Element => (
  <table class="records bulk-lines">
    <thead>
      <tr>
        <th class="id-column" scope="col">
          编号
        </th>
        <th scope="col">事项</th>
        <th class="unit-column" scope="col">
          责任单位
        </th>
        {has === null ? null : <th scope="col">{headings[has]}</th>}
      </tr>
    </thead>
    <tbody>
      {lines.map((line) => (
        <tr>
          <td class="muted">{line.task}</td>
          <td>{line.title === null ? '—' : <a href={`/items/${line.task}`}>{line.title}</a>}</td>
          <td>{line.unit ?? '—'}</td>
          {has === null ? null : <td>{has === 'refusal' ? line.refusal : changeWords(line)}</td>}
        </tr>
      ))}
    </tbody>
  </table>
);

const changeWords = ({ from, to }: BulkLine): string => {
  if (from === to) return to === '' ? '记一笔' : to;
  return from === '' ? to : `${from} → ${to}`;
};
