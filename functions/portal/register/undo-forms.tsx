import type { JSX } from 'hono/jsx/jsx-runtime';
import type { TaskId } from '../../domain/base/ids.ts';
import type { TaskView } from './task-view.ts';

/** Takes back the last move of a task; nothing once that is over. */
export const UndoForm = ({ view }: { readonly view: TaskView }): JSX.Element | null =>
  view.undo === null ? null : (
    <form class="undo" method="post" action={`/items/${view.row.task.id}/undo`}>
      <input type="hidden" name="version" value={String(view.undo.version)} />
      <p>
        “{view.undo.what}”可在 {view.undo.until} 前撤回。
      </p>
      <button class="button" data-busy="正在撤回…" type="submit">
        撤回
      </button>
    </form>
  );

/** Takes back what one confirmation did with many tasks. */
export const BulkUndoForm = ({
  batch,
  view,
  tasks,
  until,
}: {
  readonly batch: string;
  /** Address of the page that it began in. */
  readonly view: string;
  readonly tasks: readonly TaskId[];
  readonly until: string;
}): JSX.Element => (
  <form class="undo" method="post" action="/items/bulk/undo">
    <input type="hidden" name="batch" value={batch} />
    <input type="hidden" name="view" value={view} />
    {tasks.map((task) => (
      <input type="hidden" name="task" value={task} />
    ))}
    <p>可在 {until} 前整批撤回；之后有人办过的事项不动，并列出来。</p>
    <button class="button" data-busy="正在撤回…" type="submit">
      撤回这 {tasks.length} 项
    </button>
  </form>
);
