import type { JSX } from 'hono/jsx/jsx-runtime';
import { dayWords } from '../../domain/base/words.ts';
import { coveredYears, nextTurns, type Turn } from '../../domain/calendar/coverage.ts';
import { coversYear, type WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import type { Frame } from '../http/frame.ts';

/** Turns that the page shows. */
const TURNS = 6;

/** A year without its holiday notice is counted by weekdays, which everybody should know. */
export const Coverage = ({
  calendar,
  today,
}: {
  readonly calendar: WorkingCalendar;
  readonly today: Frame['today'];
}): JSX.Element => {
  const years = coveredYears(calendar);
  const turns = nextTurns(today, TURNS, calendar);
  return (
    <section>
      <h2>放假安排</h2>
      <p class="muted">
        按国务院办公厅的通知，{years[0]} 至 {years.at(-1)} 年
      </p>
      <ul class="versions">
        {[today.year, today.year + 1].map((each) => (
          <li>
            {each}年
            {coversYear(each, calendar)
              ? '已录入'
              : '还没有录入，暂按周末和法定节假日推算，调休未计，提醒里会注明；年前 45 天起在园区办的提醒里催办'}
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
