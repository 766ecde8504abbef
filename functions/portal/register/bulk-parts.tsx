import type { JSX } from 'hono/jsx/jsx-runtime';
import type { BulkLine } from '../../flows/tasks/bulk.ts';
import type { BulkForm } from './bulk-form.ts';
import { BulkLines } from './bulk-lines.tsx';

/** The lines that can be done or are, and those that cannot. */
export const inTwo = (
  lines: readonly BulkLine[],
): readonly [readonly BulkLine[], readonly BulkLine[]] => [
  lines.filter(({ refusal }) => refusal === null),
  lines.filter(({ refusal }) => refusal !== null),
];

/** The way to the page that the bulk began in. */
export const BulkBack = ({
  form: { view },
}: {
  readonly form: Pick<BulkForm, 'view'>;
}): JSX.Element => (
  <a class="button" href={view}>
    {Object.entries(backNames).find(([path]) => view.startsWith(path))?.[1]}
  </a>
);

/** What the pages are called that a bulk begins in. */
const backNames = { '/items': '回到清单', '/units': '回到责任', '/years': '回收尾' } as const;

/** What cannot be done, and why. */
export const HeldLines = ({
  lines,
  title,
}: {
  readonly lines: readonly BulkLine[];
  readonly title: string;
}): JSX.Element | null =>
  lines.length === 0 ? null : (
    <section class="section">
      <h2 class="section-title">
        {title} {lines.length} 项
      </h2>
      <BulkLines lines={lines} has="refusal" />
    </section>
  );
