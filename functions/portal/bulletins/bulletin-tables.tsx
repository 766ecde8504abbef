import type { JSX } from 'hono/jsx/jsx-runtime';
import { Temporal } from 'temporal-polyfill';
import type { Bulletin } from '../../domain/papers/bulletin.ts';
import { Icon } from '../ui/lamp.tsx';

/** `6月30日`, or that there is no date. */
export function shortDate(on: string | null): string {
  if (on === null) return '没有期限';
  const { month, day } = Temporal.PlainDate.from(on);
  return `${month}月${day}日`;
}

const Head = ({ names }: { readonly names: readonly string[] }): JSX.Element => (
  <thead>
    <tr>
      {names.map((name) => (
        <th scope="col">{name}</th>
      ))}
    </tr>
  </thead>
);

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
            <Head names={['指标', '目标', '完成（截至）', '比序时']} />
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

/** Tasks with a red lamp. */
export const RedTable = ({
  red: { named, others },
}: {
  readonly red: Bulletin['red'];
}): JSX.Element =>
  named.length === 0 ? (
    <p>没有红灯事项。</p>
  ) : (
    <>
      <table>
        <Head names={['编号', '事项', '责任单位', '期限', '情况', '最近反馈']} />
        <tbody>
          {named.map(({ id, title, unit, due, state, report }) => (
            <tr>
              <td class="centered">{id}</td>
              <td>{title}</td>
              <td class="centered">{unit}</td>
              <td class="centered nowrap">{shortDate(due)}</td>
              <td>{state}</td>
              <td class="nowrap">{report ?? '还没有'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {others > 0 ? <p>另有{others}项，详见任务清单。</p> : null}
    </>
  );

/** Tasks with a yellow lamp. */
export const YellowTable = ({
  yellow: { named, others },
}: {
  readonly yellow: Bulletin['yellow'];
}): JSX.Element => (
  <p>
    {named.length === 0
      ? '没有黄灯事项'
      : named.map(({ id, title, due }) => `${id} ${title}（${shortDate(due)}）`).join('；')}
    {others > 0 ? `；另有${others}项` : ''}。
  </p>
);

/** Counts by area. */
export const AreasTable = ({ areas }: { readonly areas: Bulletin['areas'] }): JSX.Element => (
  <table>
    <Head names={['工作', '项数', '办结', '红灯', '黄灯', '未报数', '绿灯']} />
    <tbody>
      {areas.map(({ name, counts }) => (
        <tr>
          <td>{name}</td>
          <td class="centered">
            {counts.all}
            {counts.withdrawn > 0 ? `（撤销${counts.withdrawn}）` : ''}
          </td>
          {(['done', 'red', 'yellow', 'unreported', 'green'] as const).map((colour) => (
            <td class="centered">
              {counts[colour] === 0 ? (
                '—'
              ) : (
                <>
                  <Icon colour={colour} /> {counts[colour]}
                </>
              )}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
