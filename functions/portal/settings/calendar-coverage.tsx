import type { JSX } from 'hono/jsx/jsx-runtime';
import { dayWords } from '../../domain/base/words.ts';
import { sourceName } from '../../domain/calendar/calendar-source.ts';
import { nextTurns, type Turn } from '../../domain/calendar/coverage.ts';
import { calendarYears } from '../../flows/calendar/calendar-years.ts';
import type { ParkContext } from '../../flows/context/park-context.ts';
import type { Frame } from '../http/frame.ts';

/** Turns that the page shows. */
const TURNS = 6;

/** A year without its holiday notice is counted by weekdays, which everybody should know. */
export const Coverage = ({
  run,
  today,
}: {
  readonly run: ParkContext;
  readonly today: Frame['today'];
}): JSX.Element => {
  const turns = nextTurns(today, TURNS, run.rules.calendar);
  return (
    <section>
      <h2 class="section-title">
        放假安排<a href="/settings/calendar">查看和录入</a>
      </h2>
      <ul class="versions">
        {calendarYears(run)
          .filter(({ year }) => year >= today.year)
          .map(({ year, source }) => (
            <li>
              {year}年：{sourceName[source]}
              {source === 'lawOnly'
                ? '。通知还没有录入，暂按周末和法定节假日推算，调休未计，提醒里会注明；年前 45 天起在园区办的提醒里催办'
                : ''}
            </li>
          ))}
        {turns.map((turn) => (
          <li>{turnWords(turn, today)}</li>
        ))}
      </ul>
      {turns.length === 0 ? <p class="muted nothing">往后没有已知的放假和调休。</p> : null}
    </section>
  );
};

function turnWords({ kind, from, to }: Turn, today: Frame['today']): string {
  if (kind === 'makeUp') return `${dayWords(from, today)}上班（调休）`;
  if (from.equals(to)) return `${dayWords(from, today)}放假`;
  const { days } = from.until(to, { largestUnit: 'day' });
  return `${dayWords(from, today)}至${dayWords(to, today)}放假，共 ${days + 1} 天`;
}
