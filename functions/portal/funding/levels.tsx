import type { JSX } from 'hono/jsx/jsx-runtime';
import { type Fen, wanFigure, wanWords } from '../../domain/base/money.ts';
import type { Instrument } from '../../domain/funding/funding.ts';
import type { Pipe } from '../../domain/funding/funding-pipe.ts';

/** The drawing's height, and the part of it that the largest amount takes; CSS pixels of a 16 px root. */
const HEIGHT = 6.5;

const ROOM = 1.25;

/** How much is through each stage, how much is pending, drawn to the scale of the goal. */
export const Levels = ({
  instrument,
  pipe,
}: {
  readonly instrument: Instrument;
  readonly pipe: Pipe;
}): JSX.Element => {
  const most = Math.max(
    instrument.goalFen,
    ...pipe.levels.map(({ doneFen, atFen }) => doneFen + atFen),
  );
  const high = (fen: number): number => (most === 0 ? 0 : ((HEIGHT - ROOM) * fen) / most);
  return (
    <tr class="levels">
      <th scope="row">
        各环节金额
        <span class="legend-key">
          <svg aria-hidden="true">
            <rect class="done-amount" width="24" height="12" />
          </svg>
          已通过
        </span>
        <span class="legend-key">
          <svg aria-hidden="true">
            <rect class="pending-amount" fill="url(#h-yellow)" width="24" height="12" />
          </svg>
          办理中
        </span>
        <span class="legend-key">
          <svg aria-hidden="true">
            <line class="goal-line" x2="24" y1="6" y2="6" />
          </svg>
          目标 {wanFigure(instrument.goalFen)}
        </span>
      </th>
      {pipe.levels.map(({ doneFen, atFen }) => (
        <td class={atFen > 0 ? 'current' : undefined}>
          <Level done={high(doneFen)} at={high(atFen)} goal={high(instrument.goalFen)}>
            {amounts(doneFen, atFen)}
          </Level>
          <span class="visually-hidden">
            已通过{wanWords(doneFen)}
            {atFen > 0 ? `，办理中${wanWords(atFen)}` : ''}
          </span>
        </td>
      ))}
    </tr>
  );
};

const rem = (value: number): string => `${value.toFixed(3)}rem`;

/** One stage's heap: what is through at the bottom, what waits on it, the goal as a line. */
const Level = ({
  done,
  at,
  goal,
  children,
}: {
  readonly done: number;
  readonly at: number;
  readonly goal: number;
  readonly children: string;
}): JSX.Element => (
  <svg aria-hidden="true">
    <rect class="done-amount" x="0" width="100%" y={rem(HEIGHT - done)} height={rem(done)} />
    {at > 0 ? (
      <rect
        class="pending-amount"
        fill="url(#h-yellow)"
        x="0.5"
        width="99%"
        y={rem(HEIGHT - done - at)}
        height={rem(at)}
      />
    ) : null}
    <line class="goal-line" x1="0" x2="100%" y1={rem(HEIGHT - goal)} y2={rem(HEIGHT - goal)} />
    <text class="amount" x="0.5rem" y={rem(HEIGHT - done - at - 0.35)}>
      {children}
    </text>
  </svg>
);

const amounts = (doneFen: Fen, atFen: Fen): string =>
  [
    ...(doneFen > 0 ? [wanFigure(doneFen)] : []),
    ...(atFen > 0 ? [`${wanFigure(atFen)} 待办`] : []),
  ].join(' ＋ ');
