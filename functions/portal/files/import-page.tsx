import type { JSX } from 'hono/jsx/jsx-runtime';
import { problemLine } from '../../domain/base/problems.ts';
import type { Imported } from '../../flows/files/import-workbooks.ts';
import type { FieldFault } from '../http/forms.ts';
import type { Frame } from '../http/frame.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Input } from '../ui/input.tsx';
import { Page } from '../ui/page.tsx';

/** What is imported: where from, where to, and how people call it. */
export type ImportKind = {
  /** Path of the page whose rows they are. */
  readonly home: '/targets' | '/funding';
  readonly title: string;
  /** What one row is, as people count it. */
  readonly row: string;
};

/** Problems that a page lists; the rest is counted. */
const MOST = 50;

/** Where a filled workbook is given back; every bad cell is named by its place. */
export const ImportPage = ({
  frame,
  kind: { home, title, row },
  imported,
  faults,
  megabytes,
}: {
  readonly frame: Frame;
  readonly kind: ImportKind;
  /** What was taken of the workbook that was sent; null before any was. */
  readonly imported: Imported | null;
  readonly faults: readonly FieldFault[];
  /** Of a file, at most. */
  readonly megabytes: number;
}): JSX.Element => (
  <Page frame={frame} title={`${faults.length > 0 ? '有错误：' : ''}${title}`}>
    {faults.length > 0 ? <ErrorSummary act="import" faults={shortened(faults)} /> : null}
    {imported ? <Result imported={imported} row={row} home={home} /> : null}
    <section class="import-form">
      <p>
        先<a href={`${home}.xlsx`}>导出 Excel</a>
        当样板，填好以后在这里交回。有一格不对，就什么也不导入，并逐格说明。导出以后别人改过的格，两边的数都列出来，不会覆盖。
      </p>
      <form method="post" action={`${home}/import`} enctype="multipart/form-data">
        <Input
          id="import-file"
          field={{
            name: 'file',
            label: `文件（.xlsx，至多 ${megabytes} MB）`,
            attributes: {
              type: 'file',
              accept: '.xlsx',
              required: '',
              'data-megabytes': megabytes,
            },
          }}
          fault={undefined}
        />
        <label class="tick-field">
          <input type="checkbox" name="good" value="yes" /> 只导入没有问题的行
        </label>
        <button class="button primary" data-busy="正在导入…" type="submit">
          导入
        </button>
        <progress hidden aria-label="正在导入" />
      </form>
    </section>
  </Page>
);

function shortened(faults: readonly FieldFault[]): readonly FieldFault[] {
  const rest = faults.length - MOST;
  const first = faults.slice(0, MOST);
  return rest > 0 ? [...first, { field: '', message: `另有 ${rest} 处` }] : first;
}

const Result = ({
  imported: { read, news, problems },
  row,
  home,
}: {
  readonly imported: Imported;
  readonly row: string;
  readonly home: string;
}): JSX.Element => (
  <>
    <p class="notice" role="status">
      读入 {read} {row}，其中 {news} {row}有变化，已登记。<a href={home}>去看</a>
    </p>
    {problems.length > 0 ? (
      <section>
        <h2 class="section-title">没有导入的 {problems.length} 处</h2>
        <ul class="notes">
          {problems.slice(0, MOST).map((problem) => (
            <li>{problemLine(problem)}</li>
          ))}
        </ul>
      </section>
    ) : null}
  </>
);
