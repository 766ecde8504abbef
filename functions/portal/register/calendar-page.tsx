import type { JSX } from 'hono/jsx/jsx-runtime';
import { Temporal } from 'temporal-polyfill';
import { isWorkingDay, type WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import type { Board } from '../../flows/views/board.ts';
import type { Frame } from '../http/frame.ts';
import { inYear } from '../http/year.ts';
import { Legend } from '../ui/legend.tsx';
import { Page } from '../ui/page.tsx';
import { DayCell } from './day-cell.tsx';

/** Months of a year. */
const MONTHS = 12;

/** Days of a week. */
const WEEK = 7;

/**
 * The month that an address names, `2022-07`; else that of today, or the month of the chosen year that
 * is nearest to it.
 */
export function monthOf(
  text: string | undefined,
  { today, year = today.year }: Pick<Frame, 'today' | 'year'>,
): Temporal.PlainYearMonth {
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text ?? '')) return Temporal.PlainYearMonth.from(text ?? '');
  if (year === today.year) return today.toPlainYearMonth();
  return Temporal.PlainYearMonth.from({ year, month: year < today.year ? MONTHS : 1 });
}

/** The due dates of one month, on the days they fall on. */
export const CalendarPage = ({
  frame,
  board,
  month,
  calendar,
}: {
  readonly frame: Frame;
  readonly board: Board;
  readonly month: Temporal.PlainYearMonth;
  readonly calendar: WorkingCalendar;
}): JSX.Element => {
  const own = mayInPark(frame.viewer, 'enterPlan') ? board.answers : [];
  const byDay = Map.groupBy([...board.rows, ...own], ({ task }) => task.due?.toString() ?? '');
  return (
    <Page
      frame={frame}
      title={`${month.year}年${month.month}月`}
      sub="到期事项"
      tools={<Steps month={month} year={frame.year} />}
    >
      <table class="calendar">
        <caption class="visually-hidden">{`${month.year}年${month.month}月到期的事项`}</caption>
        <thead>
          <tr>
            {['周一', '周二', '周三', '周四', '周五', '周六', '周日'].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr>
              {week.map((day) => (
                <DayCell
                  day={day}
                  isOut={day.month !== month.month}
                  isWorked={isWorkingDay(day, calendar)}
                  rows={byDay.get(day.toString()) ?? []}
                  frame={frame}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Legend />
    </Page>
  );
};

const Steps = ({
  month,
  year,
}: {
  readonly month: Temporal.PlainYearMonth;
  readonly year: Frame['year'];
}): JSX.Element => (
  <nav class="tools" aria-label="换月">
    <a
      class="button"
      href={inYear(`/calendar?m=${month.subtract({ months: 1 }).toString()}`, year)}
    >
      上月
    </a>
    <a class="button" href={inYear('/calendar', year)}>
      本月
    </a>
    <a class="button" href={inYear(`/calendar?m=${month.add({ months: 1 }).toString()}`, year)}>
      下月
    </a>
    <a class="button" href={inYear('/items.ics', year)}>
      导入日历
    </a>
  </nav>
);

/** The weeks, from Monday, that hold the days of `month`. */
function weeksOf(month: Temporal.PlainYearMonth): readonly (readonly Temporal.PlainDate[])[] {
  const first = month.toPlainDate({ day: 1 });
  const monday = first.subtract({ days: first.dayOfWeek - 1 });
  const weeks = Math.ceil((first.dayOfWeek - 1 + month.daysInMonth) / WEEK);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: WEEK }, (__, day) => monday.add({ days: week * WEEK + day })),
  );
}
