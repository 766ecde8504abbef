import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Frame } from '../http/frame.ts';
import { inYear } from '../http/year.ts';

/** The year that the page shows, the others to choose from, and what is open from earlier ones. */
export const YearHead = ({ frame }: { readonly frame: Frame }): JSX.Element | null => {
  const { years, today, path } = frame;
  if (years === null) return null;
  const { year, choices, earlier } = years;
  return (
    <div class="year-head">
      <details class="year-choice" name="head">
        <summary>
          <span class="visually-hidden">年度：</span>
          {year}年
        </summary>
        <ul>
          {choices.map((each) => (
            <li>
              <a
                href={inYear(path, each.year)}
                aria-current={each.year === year ? 'true' : undefined}
              >
                {each.year}年<small>{choiceWords(each, today)}</small>
              </a>
            </li>
          ))}
        </ul>
      </details>
      {earlier > 0 ? (
        <a href={inYear('/items?earlier=yes', frame.year)}>往年未办结 {earlier} 项</a>
      ) : null}
      {year > today.year ? (
        <span class="muted">从{year}年1月1日起执行，此前不计、不提醒</span>
      ) : null}
    </div>
  );
};

const choiceWords = (
  { year, count }: NonNullable<Frame['years']>['choices'][number],
  today: Frame['today'],
): string => (year > today.year ? `${count} 项，${year}年1月1日起` : `${count} 项`);
