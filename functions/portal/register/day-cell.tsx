import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Temporal } from 'temporal-polyfill';
import type { TaskRow } from '../../domain/papers/board.ts';
import { lampName } from '../../domain/tasks/lamp.ts';
import type { Frame } from '../http/frame.ts';
import { inYear } from '../http/year.ts';
import { Icon } from '../ui/lamp.tsx';

/** Items that a day shows before it sends on to the register. */
const MOST = 4;

/** A day of the calendar with its deadlines. */
export const DayCell = ({
  day,
  isOut,
  isWorked,
  rows,
  frame: { today, year },
}: {
  readonly day: Temporal.PlainDate;
  readonly isOut: boolean;
  readonly isWorked: boolean;
  readonly rows: readonly TaskRow[];
  readonly frame: Frame;
}): JSX.Element => (
  <td class={[isOut ? 'other-month' : '', day.equals(today) ? 'today' : ''].join(' ').trim()}>
    <span class="day-number">
      {day.day}
      {day.equals(today) ? ' 今日' : ''}
      {isWorked ? '' : ' 休'}
    </span>
    {rows.slice(0, MOST).map(({ task, lamp }) => (
      <a href={`/items/${task.id}`}>
        <Icon colour={lamp.colour} />
        <span>
          <span class="visually-hidden">{lampName[lamp.colour]}，</span>
          {task.title}
        </span>
      </a>
    ))}
    {rows.length > MOST ? (
      <a href={inYear('/items?sort=due', year)}>
        <span />
        <span>另有 {rows.length - MOST} 项</span>
      </a>
    ) : null}
  </td>
);
