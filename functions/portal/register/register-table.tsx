import type { JSX } from 'hono/jsx/jsx-runtime';
import { dueMark } from '../../domain/base/words.ts';
import { rowWords, type TaskRow } from '../../domain/papers/board.ts';
import { colours, lampName } from '../../domain/tasks/lamp.ts';
import { statedProgress } from '../../domain/tasks/task-progress.ts';
import { statusName } from '../../domain/tasks/task-status.ts';
import type { Frame } from '../http/frame.ts';
import type { View } from '../http/query.ts';
import { LampMark } from '../ui/lamp.tsx';
import { dayInTable } from '../ui/words.ts';

/** The rows of a page of the register, grouped by lamp where they are ordered by urgency. */
export const TaskTable = ({
  frame,
  rows,
  view,
}: {
  readonly frame: Frame;
  readonly rows: readonly TaskRow[];
  readonly view: View;
}): JSX.Element => (
  <table class="register">
    <caption class="visually-hidden">任务清单</caption>
    <thead>
      <tr>
        <th class="lamp-column" scope="col">
          灯 / 距今
        </th>
        <th class="id-column" scope="col">
          编号
        </th>
        <th scope="col">事项</th>
        <th class="unit-column" scope="col">
          责任单位
        </th>
        <th class="due-column" scope="col">
          期限
        </th>
        <th class="status-column" scope="col">
          状态
        </th>
        <th class="progress-column" scope="col">
          进度
        </th>
        <th class="report-column" scope="col">
          最近反馈
        </th>
      </tr>
    </thead>
    {view.order === 'urgency' ? (
      colours
        .map((colour) => ({ colour, group: rows.filter(({ lamp }) => lamp.colour === colour) }))
        .filter(({ group }) => group.length > 0)
        .map(({ colour, group }) => (
          <tbody>
            <tr class="group">
              <th colspan={8} scope="rowgroup">
                <LampMark colour={colour} words={lampName[colour]} />
              </th>
            </tr>
            {group.map((row) => (
              <Line row={row} frame={frame} />
            ))}
          </tbody>
        ))
    ) : (
      <tbody>
        {rows.map((row) => (
          <Line row={row} frame={frame} />
        ))}
      </tbody>
    )}
  </table>
);

const Line = ({ row, frame }: { readonly row: TaskRow; readonly frame: Frame }): JSX.Element => {
  const { task, lamp } = row;
  const { today, timeZone } = frame;
  const { lastReport } = task;
  const reported = lastReport?.at.toZonedDateTimeISO(timeZone).toPlainDate();
  return (
    <tr class="row">
      <td>
        <LampMark colour={lamp.colour} words={rowWords(row)} />
      </td>
      <td class="muted nowrap">{task.id}</td>
      <td class="task-title">
        <a href={`/items/${task.id}`}>{task.title}</a>
      </td>
      <td>{task.leadUnit}</td>
      <td class="nowrap">
        {task.due ? dayInTable(task.due, today) : '—'}
        {task.due ? (
          <span class={`due-mark ${task.duePrecision}`}>{dueMark[task.duePrecision]}</span>
        ) : null}
      </td>
      <td>{statusName[task.status]}</td>
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
