import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Years } from '../../domain/papers/years.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
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
                {each.year}年<small>{choiceWords(each, years, today)}</small>
              </a>
            </li>
          ))}
        </ul>
      </details>
      <Closing frame={frame} years={years} />
      {earlier > 0 ? (
        <a href={inYear('/items?earlier=yes', frame.year)}>往年未办结 {earlier} 项</a>
      ) : null}
      {year > today.year ? (
        <span class="muted">从{year}年1月1日起执行，此前不计、不提醒</span>
      ) : null}
    </div>
  );
};

function choiceWords(
  { year, count }: Years['choices'][number],
  { closed }: Years,
  today: Frame['today'],
): string {
  const ended = closed.get(year);
  if (ended) return `${count} 项，已关闭${ended.carried > 0 ? `，结转 ${ended.carried} 项` : ''}`;
  return year > today.year ? `${count} 项，${year}年1月1日起` : `${count} 项`;
}

/** The way to the lists of the years that are over and not closed, and to that of a closed one that is shown. */
const Closing = ({
  frame: { viewer, today },
  years: { year, choices, closed },
}: {
  readonly frame: Frame;
  readonly years: Years;
}): JSX.Element | null => {
  if (!mayInPark(viewer, 'closeYear')) return null;
  const left = choices.filter((each) => each.year < today.year && !closed.has(each.year));
  return (
    <>
      {closed.has(year) ? <a href={`/years/${year}`}>{year}年已封账</a> : null}
      {left
        .filter(({ count }) => count > 0)
        .map((each) => (
          <a href={`/years/${each.year}`}>{each.year}年收尾</a>
        ))}
    </>
  );
};
