import type { JSX } from 'hono/jsx/jsx-runtime';
import { isSummed } from '../../domain/targets/pace.ts';
import type { PaceRow } from '../../domain/targets/pace-row.ts';
import { goalWords } from '../../domain/targets/pace-table.ts';
import { AsOf } from './as-of.tsx';
import { Icon } from './lamp.tsx';

/** A limit, a rank or a rate is at its goal or not: it has no share of the year. */
export const isDirect = (row: PaceRow): boolean => !isSummed(row);

/** Limits, ranks and rates next to their goals. */
export const DirectFigures = ({
  targets,
}: {
  readonly targets: readonly PaceRow[];
}): JSX.Element | null =>
  targets.length === 0 ? null : (
    <ul class="figures-without-pace">
      {targets.map((row) => (
        <li>
          <span class="name">
            <a href={`/targets/${row.id}`}>{row.name}</a> <AsOf row={row} />
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
