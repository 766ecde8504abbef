import type { JSX } from 'hono/jsx/jsx-runtime';
import type { PaceRow } from '../../domain/targets/pace-row.ts';
import { type AxisDate, Grid, TodayLine } from './axis-head.tsx';

/** Percent of the axis that `share`, such as `41.6%`, takes; more than all of it is all of it. */
const onAxis = (share: string | null): number => Math.min(100, Number.parseFloat(share ?? '0'));

/** What is done on the axis of the year, and what it lacks or is ahead by. */
export const PaceBar = ({
  row: { completion, scheduled, lead, lamp },
  when: { today, year },
}: {
  readonly row: PaceRow;
  readonly when: AxisDate;
}): JSX.Element => {
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
      <TodayLine when={{ today, year }} over={4} />
    </svg>
  );
};
