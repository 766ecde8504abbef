import type { JSX } from 'hono/jsx/jsx-runtime';
import type { TaskRow } from '../../domain/papers/board.ts';
import { type Counts, countsOf } from '../../domain/papers/task-counts.ts';
import { type LampColour, lampName } from '../../domain/tasks/lamp.ts';
import { axisMarks } from '../ui/axis.ts';
import { type AxisDate, AxisHead } from '../ui/axis-head.tsx';
import { Icon } from '../ui/lamp.tsx';
import { LaneTrack } from './lane-track.tsx';

/** One lane of the year's axis: some rows, under a name that leads to them. */
export type LaneOf = {
  /** `一`, `二`: the number of an area; nothing for a unit. */
  readonly numeral?: string;
  readonly name: string;
  readonly href: string;
  readonly rows: readonly TaskRow[];
};

/** Rows on the axis of one year, a lane each: what lies left of today's line and is not done is overdue. */
export const Lanes = ({
  caption,
  heading,
  lanes,
  when,
}: {
  readonly caption: string;
  readonly heading: string;
  readonly lanes: readonly LaneOf[];
  readonly when: AxisDate;
}): JSX.Element => (
  <table class="chart lanes">
    <caption class="visually-hidden">{caption}</caption>
    <thead>
      <tr>
        <th class="chart-name" scope="col">
          {heading}
        </th>
        <th class="chart-value" scope="col">
          办结 / 项数
        </th>
        <th class="chart-axis" scope="col">
          <AxisHead when={when} />
        </th>
        <th class="chart-result" scope="col">
          <span class="visually-hidden">红灯、黄灯、未报数、绿灯、无灯的项数</span>
          <span class="lamp-counts" aria-hidden="true">
            <span>红</span>
            <span>黄</span>
            <span>未</span>
            <span>绿</span>
            <span>无</span>
          </span>
        </th>
      </tr>
    </thead>
    <tbody>
      {lanes.map((lane) => (
        <Lane lane={lane} when={when} />
      ))}
    </tbody>
  </table>
);

const Lane = ({ lane, when }: { readonly lane: LaneOf; readonly when: AxisDate }): JSX.Element => {
  const counts = countsOf(lane.rows);
  return (
    <tr>
      <th class="chart-name" scope="row">
        <a href={lane.href}>
          {lane.numeral ? (
            <span class="area-numeral" aria-hidden="true">
              {lane.numeral}
            </span>
          ) : null}
          {lane.name}
        </a>
      </th>
      <td class="chart-value">
        <b>{counts.done}</b>{' '}
        <span class="muted">
          / {counts.all} 项{counts.withdrawn > 0 ? `，撤销 ${counts.withdrawn}` : ''}
          {counts.unreturned > 0 ? `，未反馈 ${counts.unreturned}` : ''}
        </span>
      </td>
      <td class="chart-axis">
        <LaneTrack marks={axisMarks(lane.rows, when.year)} when={when} />
      </td>
      <td class="chart-result">
        <CountCells counts={counts} href={lane.href} />
      </td>
    </tr>
  );
};

const counted: readonly LampColour[] = ['red', 'yellow', 'unreported', 'green', 'none'];

const CountCells = ({
  counts,
  href,
}: {
  readonly counts: Counts;
  readonly href: string;
}): JSX.Element => (
  <span class="lamp-counts">
    {counted.map((colour) =>
      counts[colour] === 0 ? (
        <span />
      ) : (
        <a href={`${href}&lamp=${colour}`}>
          <Icon colour={colour} />
          <span class="visually-hidden">{lampName[colour]}</span>
          {counts[colour]}
        </a>
      ),
    )}
  </span>
);
