import type { JSX } from 'hono/jsx/jsx-runtime';
import { isSummed } from '../../domain/targets/pace.ts';
import type { PaceRow } from '../../domain/targets/pace-report.ts';
import { goalWords } from '../../domain/targets/pace-table.ts';
import { lampName } from '../../domain/tasks/lamp.ts';
import { endOf } from './axis.ts';
import { AxisHead, Grid, type When } from './axis-head.tsx';
import { Icon } from './lamp.tsx';

type Props = { readonly targets: readonly PaceRow[]; readonly when: When };

/** A limit, a rank or a rate is at its goal or not: it has no share of the year. */
export const isDirect = (row: PaceRow): boolean => !isSummed(row);

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
  readonly when: When;
  readonly usual: string | null;
}): JSX.Element => (
  <tr>
    <th class="chart-name" scope="row">
      <a href={`/targets/${row.id}`}>{row.name}</a>
    </th>
    <td class="chart-value">
      <b>{row.achieved ?? '—'}</b> <span class="muted">/ {goalWords(row)}</span>
      <Through row={row} isInHead={row.asOf === usual} />
    </td>
    <td class="chart-axis">
      <Bar row={row} when={when} />
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

/** How far the figures of a target go; a narrow page has no head that says it for all. */
const Through = ({
  row: { asOf },
  isInHead = false,
}: {
  readonly row: PaceRow;
  readonly isInHead?: boolean;
}): JSX.Element | null =>
  asOf === null ? null : (
    <small class={isInHead ? 'muted as-of in-heading' : 'muted as-of'}>截至{asOf}</small>
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

/** Percent of the axis that `share`, such as `41.6%`, takes; more than all of it is all of it. */
const onAxis = (share: string | null): number => Math.min(100, Number.parseFloat(share ?? '0'));

const Bar = ({
  row: { completion, scheduled, lead, lamp },
  when: { today, year },
}: {
  readonly row: PaceRow;
  readonly when: When;
}): JSX.Element => {
  const now = endOf(today, year);
  const done = Math.max(0, onAxis(completion));
  const due = onAxis(scheduled);
  const [from, to] = [Math.min(done, due), Math.max(done, due)];
  const isShort = lead?.isBehind === true;
  const hue = lamp.colour === 'red' || lamp.colour === 'yellow' ? lamp.colour : 'green';
  const isKnown = lead !== null && lamp.colour !== 'unreported';
  return (
    <svg class="axis" aria-hidden="true">
      <Grid year={year} />
      <rect class="bar" x="0" y="35%" width={`${from}%`} height="30%" />
      {!isKnown ? null : (
        <rect
          class={isShort ? `short-${hue}` : 'ahead'}
          fill={isShort ? `url(#h-${hue})` : undefined}
          x={`${from}%`}
          y="35%"
          width={`${(to - from).toFixed(1)}%`}
          height="30%"
        />
      )}
      <line class="today-line" x1={now} x2={now} y1="-4%" y2="104%" />
    </svg>
  );
};

/** The patterns of what is owed and of what is waited for; once on a page that uses them. */
export const Hatches = (): JSX.Element => (
  <svg class="symbols" aria-hidden="true" focusable="false">
    <defs>
      {(['red', 'yellow', 'green'] as const).map((hue) => (
        <pattern
          id={`h-${hue}`}
          class={`hatch-${hue}`}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="5" height="5" />
          <path d="M0 0v5" />
        </pattern>
      ))}
    </defs>
  </svg>
);

/** Limits, ranks and rates beside their goals. */
export const DirectFigures = ({ targets }: Pick<Props, 'targets'>): JSX.Element | null =>
  targets.length === 0 ? null : (
    <ul class="figures-without-pace">
      {targets.map((row) => (
        <li>
          <span class="name">
            <a href={`/targets/${row.id}`}>{row.name}</a> <Through row={row} />
          </span>
          <span class="value">
            <b>{directValue(row)}</b>
            <Icon colour={row.lamp.colour} />{' '}
            <span class={`gap ${row.lamp.colour}`}>{directWords(row)}</span>
          </span>
        </li>
      ))}
    </ul>
  );

function directValue({ comparator, achieved, unit }: PaceRow): string {
  if (achieved === null) return '—';
  return comparator === 'rank-le' ? `第 ${achieved}` : `${achieved}${unit}`;
}

function directWords(row: PaceRow): string {
  if (row.achieved === null) return row.reported === 'never' ? '从未报数' : '未到反馈日';
  if (row.lamp.colour === 'unreported') return '未报数';
  const words = row.isMet ? '达到目标' : `目标${goalWords(row)}`;
  return row.state === 'unreported' ? `${words}，未报数` : words;
}
