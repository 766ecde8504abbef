import type { JSX } from 'hono/jsx/jsx-runtime';
import { reports } from '../../domain/tasks/permissions.ts';
import type { Frame } from '../http/frame.ts';
import { inYear } from '../http/year.ts';

/** Exports the workbook below `at`, imports it where the viewer reports, and prints the page. */
export const WorkbookTools = ({
  at,
  frame: { viewer, year },
}: {
  readonly at: '/targets' | '/funding';
  readonly frame: Frame;
}): JSX.Element => (
  <div class="tools">
    <a class="button" href={inYear(`${at}.xlsx`, year)}>
      导出 Excel
    </a>
    {reports(viewer) ? (
      <a class="button" href={`${at}/import`}>
        导入 Excel
      </a>
    ) : null}
    <button class="button" type="button" data-print hidden>
      打印
    </button>
  </div>
);
