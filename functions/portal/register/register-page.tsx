import type { JSX } from 'hono/jsx/jsx-runtime';
import { sorted } from '../../domain/papers/board.ts';
import { countsOf } from '../../domain/papers/task-counts.ts';
import { filtered } from '../../domain/papers/task-filter.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import type { Board } from '../../flows/views/board.ts';
import type { Frame } from '../http/frame.ts';
import { type View, viewAddress } from '../http/query.ts';
import { Filters } from '../ui/filters.tsx';
import { HiddenNote } from '../ui/hidden-note.tsx';
import { Page } from '../ui/page.tsx';
import { PAGE_SIZE, Pages } from './pager.tsx';
import { TaskTable } from './register-table.tsx';

type Props = { readonly frame: Frame; readonly board: Board; readonly view: View };

/** The register: every promise that the viewer may see, narrowed and ordered by the address. */
export const RegisterPage = ({ frame, board, view }: Props): JSX.Element => {
  const { lamp: _, ...others } = view.filter;
  const counts = countsOf(filtered(board.rows, others, frame.today));
  const rows = sorted(filtered(board.rows, view.filter, frame.today), view.order);
  const from = (view.page - 1) * PAGE_SIZE;
  return (
    <Page
      frame={frame}
      title="任务清单"
      sub={`${rows.length} 项`}
      tools={
        <div class="tools">
          {mayInPark(frame.viewer, 'enterPlan') ? (
            <a class="button primary" href="/items/new">
              新增事项
            </a>
          ) : null}
          <a class="button" href={viewAddress(view, '.xlsx')}>
            导出 Excel
          </a>
          <button class="button" type="button" data-print hidden>
            打印
          </button>
        </div>
      }
    >
      <Filters board={board} view={view} counts={counts} />
      <HiddenNote hidden={board.hidden} />
      {rows.length === 0 ? (
        <div class="empty">
          <b>没有符合条件的事项</b>
          <p>
            可以<a href="/items">看全部 {board.rows.length} 项</a>，或放宽上面的条件。
          </p>
        </div>
      ) : (
        <TaskTable frame={frame} rows={rows.slice(from, from + PAGE_SIZE)} view={view} />
      )}
      <Pages view={view} total={rows.length} />
    </Page>
  );
};
