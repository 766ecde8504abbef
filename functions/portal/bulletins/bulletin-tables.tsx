import type { JSX } from 'hono/jsx/jsx-runtime';
import { Temporal } from 'temporal-polyfill';
import type { Bulletin } from '../../domain/papers/bulletin.ts';
import { Icon } from '../ui/lamp.tsx';
import { TableHead } from './table-head.tsx';

/** `6月30日`, or that there is no date. */
export function shortDate(on: string | null): string {
  if (on === null) return '没有期限';
  const { month, day } = Temporal.PlainDate.from(on);
  return `${month}月${day}日`;
}

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
        <TableHead names={['编号', '事项', '责任单位', '期限', '情况', '最近反馈']} />
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
    <TableHead names={['工作', '项数', '办结', '红灯', '黄灯', '未报数', '绿灯']} />
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
