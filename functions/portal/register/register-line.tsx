import type { JSX } from 'hono/jsx/jsx-runtime';
import { dueMark } from '../../domain/base/words.ts';
import { rowWords, type TaskRow } from '../../domain/papers/board.ts';
import { statedProgress } from '../../domain/tasks/task-progress.ts';
import type { Frame } from '../http/frame.ts';
import { LampMark } from '../ui/lamp.tsx';
import { dayInTable } from '../ui/words.ts';
import { nodesLine, statusWordsOf } from './node-words.ts';

/** One task of the register. */
export const RegisterLine = ({
  row,
  frame,
}: {
  readonly row: TaskRow;
  readonly frame: Frame;
}): JSX.Element => {
  const { task, lamp } = row;
  const { today, timeZone } = frame;
  const { lastReport } = task;
  const nodes = nodesLine(row, today);
  const reported = lastReport?.at.toZonedDateTimeISO(timeZone).toPlainDate();
  return (
    <tr class="row">
      <td>
        <LampMark colour={lamp.colour} words={rowWords(row)} />
      </td>
      <td class="muted nowrap">{task.id}</td>
      <td class="task-title">
        <a href={`/items/${task.id}`}>{task.title}</a>
        {nodes === null ? null : <span class="second-line muted">{nodes}</span>}
      </td>
      <td>{task.leadUnit}</td>
      <td class="nowrap">
        {task.due ? dayInTable(task.due, today) : '—'}
        {task.due ? (
          <span class={`due-mark ${task.duePrecision}`}>{dueMark[task.duePrecision]}</span>
        ) : null}
      </td>
      <td>{statusWordsOf(task)}</td>
      <td class="number">
        <Progress percent={statedProgress(task)} />
      </td>
      <td class={lastReport ? '' : 'blank'}>
        {lastReport && reported ? (
          <>
            <span class="muted nowrap">
              {reported.month}月{reported.day}日
            </span>{' '}
            {lastReport.note}
          </>
        ) : (
          <span class="muted">—</span>
        )}
      </td>
    </tr>
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
