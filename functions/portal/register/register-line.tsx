import type { JSX } from 'hono/jsx/jsx-runtime';
import { dueMark } from '../../domain/base/words.ts';
import { rowWords, type TaskRow } from '../../domain/papers/board.ts';
import { statedProgress } from '../../domain/tasks/task-progress.ts';
import { isCarriedInto } from '../../domain/years/task-in-year.ts';
import type { Frame } from '../http/frame.ts';
import { LampMark } from '../ui/lamp.tsx';
import { dayInTable } from '../ui/words.ts';
import { nodesLine, statusWordsOf } from './node-words.ts';

/** The boxes of the rows; with `isAll`, every task of the filter is chosen and none is by itself. */
export type Picks = { readonly isAll: boolean };

/** One task of the register. */
export const RegisterLine = ({
  row,
  frame,
  picks,
}: {
  readonly row: TaskRow;
  readonly frame: Frame;
  readonly picks: Picks | null;
}): JSX.Element => {
  const { task, lamp } = row;
  const { today, timeZone } = frame;
  const nodes = nodesLine(row, today);
  return (
    <tr class="row">
      {picks === null ? null : <PickCell task={task} {...picks} />}
      <td>
        <LampMark colour={lamp.colour} words={rowWords(row)} />
      </td>
      <td class="muted nowrap">{task.id}</td>
      <td class="task-title">
        <a href={`/items/${task.id}`}>{task.title}</a>
        {isCarriedInto(task, task.plan) ? <span class="second-line muted">往年结转</span> : null}
        {nodes === null ? null : <span class="second-line muted">{nodes}</span>}
      </td>
      <td>{task.leadUnit}</td>
      <td>
        <span class="nowrap">{task.due ? dayInTable(task.due, today) : '—'}</span>
        {task.due ? (
          <span class={`due-mark ${task.duePrecision}`}>{dueMark[task.duePrecision]}</span>
        ) : null}
      </td>
      <td>{statusWordsOf(task)}</td>
      <td class="number">
        <Progress percent={statedProgress(task)} />
      </td>
      <LastReport report={task.lastReport} timeZone={timeZone} />
    </tr>
  );
};

/** The box that chooses a task for a bulk. */
const PickCell = ({ task, isAll }: Picks & Pick<TaskRow, 'task'>): JSX.Element => (
  <td class="pick-cell">
    <label class="pick">
      <span class="visually-hidden">选择 {task.title}</span>
      <input type="checkbox" name="task" value={task.id} checked={isAll} disabled={isAll} />
    </label>
  </td>
);

const LastReport = ({
  report,
  timeZone,
}: {
  readonly report: TaskRow['task']['lastReport'];
  readonly timeZone: string;
}): JSX.Element => {
  if (report === null) {
    return (
      <td class="blank">
        <span class="muted">—</span>
      </td>
    );
  }
  const day = report.at.toZonedDateTimeISO(timeZone).toPlainDate();
  return (
    <td>
      <span class="muted nowrap">
        {day.month}月{day.day}日
      </span>{' '}
      {report.note}
    </td>
  );
};

const Progress = ({ percent }: { readonly percent: number | null }): JSX.Element =>
  percent === null ? (
    <span class="muted">—</span>
  ) : (
    <>
      {percent}%
      <svg class="progress" aria-hidden="true">
        <rect class="track" width="100%" height="100%" />
        <rect class="bar" width={`${percent}%`} height="100%" />
      </svg>
    </>
  );
