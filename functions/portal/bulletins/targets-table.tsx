import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Bulletin } from '../../domain/papers/bulletin.ts';
import { Icon } from '../ui/lamp.tsx';
import { TableHead } from './table-head.tsx';

/** The targets of the bulletin, in two columns. */
export const TargetsTable = ({
  pace: { sentence, targets, others },
}: {
  readonly pace: Bulletin['pace'];
}): JSX.Element => {
  if (sentence === null) return <p>没有登记指标。</p>;
  const half = Math.ceil(targets.length / 2);
  const halves = [targets.slice(0, half), targets.slice(half)].filter(({ length }) => length > 0);
  return (
    <>
      <p>
        {sentence}下表“比序时”的单位是百分点
        {others > 0 ? `；限额、排名、增速等${others}项没有序时，不列` : ''}。
      </p>
      <div class="side-by-side">
        {halves.map((rows) => (
          <table>
            <TableHead names={['指标', '目标', '完成（截至）', '比序时']} />
            <tbody>
              {rows.map(({ name, goal, completion, lead, colour, asOf }) => (
                <tr>
                  <td>{name}</td>
                  <td class="right">{goal}</td>
                  <td class="right">
                    {completion}
                    {asOf === null ? '' : `（${asOf}）`}
                  </td>
                  <td class="centered">
                    <Icon colour={colour} /> {lead}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </>
  );
};
