import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Mark } from '../ui/axis.ts';
import { type AxisDate, Grid, TodayLine } from '../ui/axis-head.tsx';

/** Heights in rem: of a level, and of a lane without any. */
const LEVEL = 0.875;

const LANE = 1.625;

/** Percent of the axis right of which a number would leave it. */
const LAST_ROOM = 95;

/** The deadlines of a lane as lamps on the axis of the year. */
export const LaneTrack = ({
  marks,
  when: { today, year },
}: {
  readonly marks: readonly Mark[];
  readonly when: AxisDate;
}): JSX.Element => {
  const levels = marks.reduce((most, { level }) => Math.max(most, level + 1), 1);
  return (
    <svg class="lane" height={`${LANE + (levels - 1) * LEVEL}rem`} aria-hidden="true">
      <Grid year={year} />
      <TodayLine when={{ today, year }} over={3} />
      {marks.map((mark) => (
        <Spot mark={mark} />
      ))}
    </svg>
  );
};

/** A number stands on the side of its mark where there is room. */
const Spot = ({
  mark: { x, level, colour, count, isAssumed, title },
}: {
  readonly mark: Mark;
}): JSX.Element => {
  const isAtEnd = Number.parseFloat(x) > LAST_ROOM;
  return (
    <svg x={x} y={`${LANE / 2 + level * LEVEL}rem`} overflow="visible" class={colour}>
      <title>{title}</title>
      <use
        class={isAssumed ? 'assumed' : undefined}
        href={`#s-${colour}`}
        x="-.375rem"
        y="-.375rem"
        width=".75rem"
        height=".75rem"
      />
      {count > 1 ? (
        <text
          class="dot-count"
          x={isAtEnd ? '-.5rem' : '.5rem'}
          y=".28rem"
          text-anchor={isAtEnd ? 'end' : 'start'}
        >
          {count}
        </text>
      ) : null}
    </svg>
  );
};
