import type { JSX } from 'hono/jsx/jsx-runtime';
import type { TaskRow } from '../../domain/papers/board.ts';
import { type KeptDates, keptDates, keptDatesName } from '../../domain/tasks/kept-dates.ts';
import type { Frame } from '../http/frame.ts';

const parts = Object.keys(keptDatesName) as (keyof KeptDates)[];

/** How all tasks stand by their original and by their present dates. */
export const KeptDatesTable = ({
  rows,
  today,
}: {
  readonly rows: readonly TaskRow[];
  readonly today: Frame['today'];
}): JSX.Element => {
  const { byOriginal, byCurrent } = keptDates(
    rows.map(({ task }) => task),
    today,
  );
  return (
    <section class="section">
      <h2 class="section-title">按原定期限和现行期限统计</h2>
      <p class="muted">不含撤销和没有期限的事项；报办结、待核验的按报告的办结日期计。</p>
      <div class="scroll" role="region" aria-label="按原定期限和现行期限统计" tabindex={0}>
        <table class="records">
          <thead>
            <tr>
              <th scope="col">依据</th>
              {parts.map((part) => (
                <th scope="col">{keptDatesName[part]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            <KeptRow name="原定期限" counts={byOriginal} />
            <KeptRow name="现行期限" counts={byCurrent} />
          </tbody>
        </table>
      </div>
    </section>
  );
};

const KeptRow = ({
  name,
  counts,
}: {
  readonly name: string;
  readonly counts: KeptDates;
}): JSX.Element => (
  <tr>
    <th scope="row">{name}</th>
    {parts.map((part) => (
      <td class="number">{counts[part]} 项</td>
    ))}
  </tr>
);
