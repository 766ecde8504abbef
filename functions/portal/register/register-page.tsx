import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { sorted } from '../../domain/papers/board.ts';
import { countsOf } from '../../domain/papers/task-counts.ts';
import { filtered } from '../../domain/papers/task-filter.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import { type Board, rowsIn } from '../../flows/views/board.ts';
import type { Frame } from '../http/frame.ts';
import { type View, viewAddress } from '../http/query.ts';
import { inYear } from '../http/year.ts';
import { Filters } from '../ui/filters.tsx';
import { HiddenNote } from '../ui/hidden-note.tsx';
import { Page } from '../ui/page.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { PAGE_SIZE, Pages } from './pager.tsx';
import type { Picks } from './register-line.tsx';
import { TaskTable } from './register-table.tsx';
import { ViewsNav } from './views-nav.tsx';

type Props = {
  readonly frame: Frame;
  readonly board: Board;
  readonly view: View;
  /** Whether every task of the filter is chosen for a bulk. */
  readonly isAll: boolean;
} & Pick<Parameters<typeof ViewsNav>[0], 'views' | 'notTaken'>;

/** The register: every promise that the viewer may see, narrowed and ordered by the address. */
export const RegisterPage = ({
  frame,
  board,
  view,
  isAll,
  views,
  notTaken,
}: Props): JSX.Element => {
  const { lamp: _, ...others } = view.filter;
  const all = rowsIn(board, view.isEarlier);
  const counts = countsOf(filtered(all, others, frame.today));
  const rows = sorted(filtered(all, view.filter, frame.today), view.order);
  const from = (view.page - 1) * PAGE_SIZE;
  return (
    <Page
      frame={frame}
      title={`${notTaken ? '有错误：' : ''}${view.isEarlier ? '往年未办结' : '任务清单'}`}
      sub={`${rows.length} 项`}
      tools={
        <div class="tools">
          {mayInPark(frame.viewer, 'enterPlan') ? (
            <a class="button primary" href="/items/new">
              新增事项
            </a>
          ) : null}
          {picksOf(frame, isAll) === null ? null : (
            <a class="button" href={viewAddress({ ...view, page: 1 }, '/dates')}>
              成列定期限
            </a>
          )}
          <a class="button" href={viewAddress(view, '.xlsx')}>
            导出 Excel
          </a>
          <button class="button" type="button" data-print hidden>
            打印
          </button>
        </div>
      }
    >
      <ViewsNav frame={frame} views={views} view={view} notTaken={notTaken} />
      <Filters board={board} view={view} counts={counts} />
      <HiddenNote hidden={board.hidden} />
      {rows.length === 0 ? (
        <div class="empty">
          <b>没有符合条件的事项</b>
          <p>
            可以<a href={inYear('/items', view.year)}>看全部 {board.rows.length} 项</a>
            ，或放宽上面的条件。
          </p>
        </div>
      ) : (
        <Choosing frame={frame} view={view} total={rows.length} isAll={isAll}>
          <TaskTable
            frame={frame}
            rows={rows.slice(from, from + PAGE_SIZE)}
            view={view}
            picks={picksOf(frame, isAll)}
          />
        </Choosing>
      )}
      <Pages view={view} total={rows.length} />
    </Page>
  );
};

/** Whether rows have a box, and whether it is ticked. */
const picksOf = ({ viewer }: Frame, isAll: boolean): Picks | null =>
  mayInPark(viewer, 'moveMany') ? { isAll } : null;

/** The form around the rows, for those who may move many tasks at once. */
const Choosing = ({
  frame,
  view,
  total,
  isAll,
  children,
}: Pick<Props, 'frame' | 'view' | 'isAll'> & {
  readonly total: number;
  readonly children: Child;
}): JSX.Element =>
  picksOf(frame, isAll) === null ? (
    <>{children}</>
  ) : (
    <form class="bulk-choice" method="post" action="/items/bulk">
      {children}
      <BulkBar view={view} total={total} isAll={isAll} />
    </form>
  );
