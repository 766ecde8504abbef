import type { JSX } from 'hono/jsx/jsx-runtime';
import type { TaskRow } from '../../domain/papers/board.ts';
import { colours, lampName } from '../../domain/tasks/lamp.ts';
import type { Frame } from '../http/frame.ts';
import type { View } from '../http/query.ts';
import { LampMark } from '../ui/lamp.tsx';
import { type Picks, RegisterLine } from './register-line.tsx';

/** The rows of a page of the register, grouped by lamp where they are ordered by urgency. */
export const TaskTable = ({
  frame,
  rows,
  view,
  picks,
}: {
  readonly frame: Frame;
  readonly rows: readonly TaskRow[];
  readonly view: View;
  readonly picks: Picks | null;
}): JSX.Element => (
  <table class="register">
    <caption class="visually-hidden">任务清单</caption>
    <thead>
      <tr>
        {picks === null ? null : (
          <th class="pick-column" scope="col">
            <span class="visually-hidden">选择</span>
            <label class="pick" data-pick-all hidden>
              <span class="visually-hidden">选择本页全部</span>
              <input type="checkbox" />
            </label>
          </th>
        )}
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
              <th colspan={picks === null ? 8 : 9} scope="rowgroup">
                <LampMark colour={colour} words={lampName[colour]} />
              </th>
            </tr>
            {group.map((row) => (
              <RegisterLine row={row} frame={frame} picks={picks} />
            ))}
          </tbody>
        ))
    ) : (
      <tbody>
        {rows.map((row) => (
          <RegisterLine row={row} frame={frame} picks={picks} />
        ))}
      </tbody>
    )}
  </table>
);
