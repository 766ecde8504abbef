import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Temporal } from 'temporal-polyfill';
import { dayWords } from '../../domain/base/words.ts';
import { axisEnd, axisMonths } from './axis.ts';

/** Where the year's axis is looked at from. */
export type AxisDate = { readonly today: Temporal.PlainDate; readonly year: number };

/** Months along the top, with today where it is; an axis of another year has no today. */
export const AxisHead = ({ when: { today, year } }: { readonly when: AxisDate }): JSX.Element => {
  const isNow = today.year === year;
  const line = isNow ? `，竖线为今日${dayWords(today, today)}` : '';
  return (
    <svg class="axis" role="img" aria-label={`横轴：左端为${year}年1月1日，右端为12月31日${line}`}>
      {axisMonths(year).map(({ month, middle }) =>
        month === today.month && isNow ? null : (
          <text class="month-label" x={middle} y="1.125rem">
            {month}月
          </text>
        ),
      )}
      {isNow ? <Today x={axisEnd(today, year)} /> : null}
    </svg>
  );
};

const Today = ({ x }: { readonly x: string }): JSX.Element => (
  <svg x={x} overflow="visible">
    <rect class="today-box" x="-1.25rem" y="0.25rem" width="2.5rem" height="1.1875rem" rx="2" />
    <text class="today-label" y="1.125rem">
      今日
    </text>
  </svg>
);

/** The months' ends behind what stands on the axis, those of quarters darker. */
export const Grid = ({ year }: Pick<AxisDate, 'year'>): JSX.Element => (
  <>
    {axisMonths(year)
      .slice(0, -1)
      .map(({ month, end }) => (
        <line
          class={month % 3 === 0 ? 'quarter-line' : 'month-line'}
          x1={end}
          x2={end}
          y1="0"
          y2="100%"
        />
      ))}
  </>
);

/** Where today is, `over` percent longer than the row at both ends; nothing in another year. */
export const TodayLine = ({
  when: { today, year },
  over,
}: {
  readonly when: AxisDate;
  readonly over: number;
}): JSX.Element | null => {
  if (today.year !== year) return null;
  const x = axisEnd(today, year);
  return <line class="today-line" x1={x} x2={x} y1={`-${over}%`} y2={`${100 + over}%`} />;
};
