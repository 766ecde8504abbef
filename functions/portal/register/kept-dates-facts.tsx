import type { JSX } from 'hono/jsx/jsx-runtime';
import type { TaskRow } from '../../domain/papers/board.ts';
import { type KeptDates, keptDates, keptDatesName } from '../../domain/tasks/kept-dates.ts';
import type { Frame } from '../http/frame.ts';
import { Fact } from '../ui/facts.tsx';

/** How all tasks stand by their original and by their present dates. */
export const KeptDatesFacts = ({
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
      <dl class="facts">
        <Fact name="按原定期限">{keptWords(byOriginal)}</Fact>
        <Fact name="按现行期限">{keptWords(byCurrent)}</Fact>
      </dl>
    </section>
  );
};

/** `有期限97项：按期完成12项，逾期完成3项，…`. */
function keptWords({ dated, ...parts }: KeptDates): string {
  const words = (Object.keys(parts) as (keyof typeof parts)[]).map(
    (part) => `${keptDatesName[part]}${parts[part]}项`,
  );
  return `${keptDatesName.dated}${dated}项：${words.join('，')}`;
}
