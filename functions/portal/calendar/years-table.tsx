import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateTimeWords } from '../../domain/base/words.ts';
import { sourceName } from '../../domain/calendar/calendar-source.ts';
import { holidayWords } from '../../domain/calendar/holiday-words.ts';
import type { CalendarYear } from '../../flows/calendar/calendar-years.ts';
import type { Frame } from '../http/frame.ts';

/** Each year with its source and days; an entry can be removed by who may. */
export const YearsTable = ({
  frame,
  years,
  seen,
}: {
  readonly frame: Frame;
  readonly years: readonly CalendarYear[];
  /** The version of what was entered; null for a viewer who may not change it. */
  readonly seen: number | null;
}): JSX.Element => (
  <table class="records">
    <thead>
      <tr>
        <th scope="col">年份</th>
        <th scope="col">依据</th>
        <th scope="col">放假和上班</th>
      </tr>
    </thead>
    <tbody>
      {years.map((each) => (
        <tr>
          <td>{each.year}年</td>
          <td>
            {sourceName[each.source]}
            {each.entry && seen !== null ? <Removal year={each.year} seen={seen} /> : null}
          </td>
          <td>
            {each.source === 'lawOnly'
              ? '通知还没有录入，暂按周末和法定节假日推算，调休未计，提醒里会注明'
              : holidayWords(each)}
            {each.entry ? (
              <span class="muted block">
                {each.entry.enteredBy}{' '}
                {each.entry.enteredAt.toZonedDateTimeISO(frame.timeZone).year}年
                {dateTimeWords(each.entry.enteredAt, frame.timeZone)} 录入
              </span>
            ) : null}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** Takes two presses, as it holds at once. */
const Removal = ({ year, seen }: { readonly year: number; readonly seen: number }): JSX.Element => (
  <details>
    <summary>撤销录入</summary>
    <form method="post" action="/settings/calendar/removal">
      <input type="hidden" name="year" value={String(year)} />
      <input type="hidden" name="seen" value={String(seen)} />
      <button class="button" data-busy="正在撤销…" type="submit">
        确认撤销
      </button>
    </form>
  </details>
);
