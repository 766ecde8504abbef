import type { JSX } from 'hono/jsx/jsx-runtime';
import type { PaceRow } from '../../domain/targets/pace-row.ts';
import { goalWords } from '../../domain/targets/pace-table.ts';
import { lampName } from '../../domain/tasks/lamp.ts';
import { AsOf } from './as-of.tsx';
import { type AxisDate, AxisHead } from './axis-head.tsx';
import { Icon } from './lamp.tsx';
import { PaceBar } from './pace-bar.tsx';

type Props = { readonly targets: readonly PaceRow[]; readonly when: AxisDate };

/** Every target that grows over the year on the year's axis; what it owes to its schedule is hatched. */
export const PaceBand = ({
  targets,
  when,
  isBrief = false,
}: Props & { readonly isBrief?: boolean }): JSX.Element => {
  const usual = usualThrough(targets);
  return (
    <table class={isBrief ? 'chart brief' : 'chart'}>
      <caption class="visually-hidden">年度累计指标与序时进度</caption>
      <thead>
        <tr>
          <th class="chart-name" scope="col">
            年度指标
          </th>
          <th class="chart-value" scope="col">
            完成 / 目标{usual === null ? '' : `，截至${usual}`}
          </th>
          <th class="chart-axis" scope="col">
            <AxisHead when={when} />
          </th>
          <th class="chart-result" scope="col">
            <span class="lead-of-pace heading">
              <span>完成率</span>
              <span>比序时</span>
            </span>
          </th>
        </tr>
      </thead>
      <tbody>
        {targets.map((row) => (
          <Line row={row} when={when} usual={usual} />
        ))}
      </tbody>
    </table>
  );
};

/** How far most of the figures go: said once in the head; a row that goes elsewhere says it itself. */
function usualThrough(targets: readonly PaceRow[]): string | null {
  const groups = [...Map.groupBy(targets, ({ asOf }) => asOf)].filter(([asOf]) => asOf !== null);
  const [most] = groups.toSorted(([, a], [, b]) => b.length - a.length);
  return most?.[0] ?? null;
}

const Line = ({
  row,
  when,
  usual,
}: {
  readonly row: PaceRow;
  readonly when: AxisDate;
  readonly usual: string | null;
}): JSX.Element => (
  <tr>
    <th class="chart-name" scope="row">
      <a href={`/targets/${row.id}`}>{row.name}</a>
    </th>
    <td class="chart-value">
      <b>{row.achieved ?? '—'}</b> <span class="muted">/ {goalWords(row)}</span>
      <AsOf row={row} isInHead={row.asOf === usual} />
    </td>
    <td class="chart-axis">
      <PaceBar row={row} when={when} />
    </td>
    <td class="chart-result">
      <span class="lead-of-pace">
        <span class="number">{row.completion ?? '—'}</span>
        <Icon colour={row.lamp.colour} />
        <Lead row={row} />
      </span>
    </td>
  </tr>
);

/** What an older figure owed, or was ahead by, is not how it stands. */
const Lead = ({ row: { lead, lamp, state } }: { readonly row: PaceRow }): JSX.Element => {
  if (lamp.colour === 'unreported') return <span class="gap unreported">未报数</span>;
  if (lead === null) return <span class="muted">—</span>;
  return (
    <span class={`gap ${lamp.colour}`}>
      <span class="visually-hidden">{lampName[lamp.colour]}，</span>
      {lead.isBehind ? '欠' : '超'} {lead.points}
      <span class="visually-hidden"> 个百分点</span>
      {state === 'unreported' ? <span class="muted">，未报数</span> : null}
    </span>
  );
};
