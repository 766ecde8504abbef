import type { JSX } from 'hono/jsx/jsx-runtime';
import { shortest } from '../../domain/base/decimal.ts';
import { dateTimeWords } from '../../domain/base/words.ts';
import type { Actual } from '../../domain/targets/target.ts';
import { throughWords } from '../../domain/targets/target-lamp.ts';
import type { Frame } from '../http/frame.ts';
import type { NameFinder } from '../ui/names.ts';

/** Maximum number of decimals shown. */
const PLACES = 6;

/** Every figure that was reported, newest first. */
export const FigureHistory = ({
  actuals,
  unit,
  frame: { timeZone },
  postOf,
}: {
  readonly actuals: readonly Actual[];
  readonly unit: string;
  readonly frame: Frame;
  readonly postOf: NameFinder;
}): JSX.Element => (
  <section class="section">
    <h2 class="section-title">填报记录</h2>
    {actuals.length === 0 ? (
      <p class="muted nothing">还没有填报。</p>
    ) : (
      <div class="scroll" role="region" aria-label="填报记录" tabindex={0}>
        <table class="records figures">
          <thead>
            <tr>
              <th scope="col">截至</th>
              <th scope="col" class="right">
                数值（{unit}）
              </th>
              <th scope="col">来源</th>
              <th scope="col">填报</th>
              <th scope="col">更正原因</th>
            </tr>
          </thead>
          <tbody>
            {actuals
              .toReversed()
              .map(({ month, asOf, value, source, reportedBy, reportedName, at, why }) => (
                <tr>
                  <td class="number">{throughWords({ through: month, asOf })}</td>
                  <td class="number right">{shortest(value, PLACES)}</td>
                  <td>{source}</td>
                  <td>
                    {reportedName ?? postOf(reportedBy)} {dateTimeWords(at, timeZone)}
                  </td>
                  <td>{why}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    )}
  </section>
);
