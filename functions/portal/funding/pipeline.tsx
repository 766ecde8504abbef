import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Temporal } from 'temporal-polyfill';
import { type Fen, wanFigure, wanWords } from '../../domain/base/money.ts';
import { type Instrument, Stage, stageName } from '../../domain/funding/funding.ts';
import type { Pipe, PipeCell, PipeLine } from '../../domain/funding/funding-pipe.ts';
import { LampMark } from '../ui/lamp.tsx';

type Props = {
  readonly instrument: Instrument;
  readonly pipe: Pipe;
  readonly today: Temporal.PlainDate;
};

/** The stages of one instrument: how much is through each, and every batch's date at each. */
export const Pipeline = ({ instrument, pipe, today }: Props): JSX.Element => {
  const at = new Set(pipe.levels.filter(({ atFen }) => atFen > 0).map(({ stage }) => stage));
  return (
    <div
      class="scroll"
      tabindex={0}
      role="region"
      aria-label={`${instrument.name}各环节进展，可左右滚动`}
    >
      <table class="pipe">
        <thead>
          <tr>
            <th scope="col">单位：万元</th>
            {Stage.options.map((stage) => (
              <th scope="col" class={at.has(stage) ? 'cur' : undefined}>
                {stageName(stage, instrument.kind)}
                {at.has(stage) ? <span class="vh">（办理中）</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Levels instrument={instrument} pipe={pipe} />
          {pipe.lines.map((line) => (
            <Line line={line} today={today} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** The drawing's height, and the part of it that the largest amount takes; CSS pixels of a 16 px root. */
const HEIGHT = 6.5;
const ROOM = 1.25;

const Levels = ({ instrument, pipe }: Omit<Props, 'today'>): JSX.Element => {
  const most = Math.max(
    instrument.goalFen,
    ...pipe.levels.map(({ doneFen, atFen }) => doneFen + atFen),
  );
  const high = (fen: number): number => (most === 0 ? 0 : ((HEIGHT - ROOM) * fen) / most);
  return (
    <tr class="lv">
      <th scope="row">
        各环节金额
        <span class="key">
          <svg aria-hidden="true">
            <rect class="flow" width="24" height="12" />
          </svg>
          已通过
        </span>
        <span class="key">
          <svg aria-hidden="true">
            <rect class="wait" fill="url(#h-yellow)" width="24" height="12" />
          </svg>
          办理中
        </span>
        <span class="key">
          <svg aria-hidden="true">
            <line class="goal" x2="24" y1="6" y2="6" />
          </svg>
          目标 {wanFigure(instrument.goalFen)}
        </span>
      </th>
      {pipe.levels.map(({ doneFen, atFen }) => (
        <td class={atFen > 0 ? 'cur' : undefined}>
          <Level done={high(doneFen)} at={high(atFen)} goal={high(instrument.goalFen)}>
            {amounts(doneFen, atFen)}
          </Level>
          <span class="vh">
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
    <rect class="flow" x="0" width="100%" y={rem(HEIGHT - done)} height={rem(done)} />
    {at > 0 ? (
      <rect
        class="wait"
        fill="url(#h-yellow)"
        x="0.5"
        width="99%"
        y={rem(HEIGHT - done - at)}
        height={rem(at)}
      />
    ) : null}
    <line class="goal" x1="0" x2="100%" y1={rem(HEIGHT - goal)} y2={rem(HEIGHT - goal)} />
    <text class="amtt" x="0.5rem" y={rem(HEIGHT - done - at - 0.35)}>
      {children}
    </text>
  </svg>
);

const amounts = (doneFen: Fen, atFen: Fen): string =>
  [
    ...(doneFen > 0 ? [wanFigure(doneFen)] : []),
    ...(atFen > 0 ? [`${wanFigure(atFen)} 待办`] : []),
  ].join(' ＋ ');

const Line = ({
  line: { name, batch, cells },
  today,
}: {
  readonly line: PipeLine;
  readonly today: Temporal.PlainDate;
}): JSX.Element => (
  <tr>
    <th scope="row">
      {name}
      {batch === null ? null : <small>第{batch}批</small>}
    </th>
    {cells.map((cell) => (
      <td class={cell.isAt ? 'cur' : undefined}>
        <Done cell={cell} today={today} />
        <Next cell={cell} today={today} />
      </td>
    ))}
  </tr>
);

type CellProps = { readonly cell: PipeCell; readonly today: Temporal.PlainDate };

const Done = ({ cell: { doneOn, doneFen, done }, today }: CellProps): JSX.Element | null => {
  const last = done.at(-1);
  if (!doneOn || last === undefined) return null;
  return (
    <a href={`/funding/${last}`}>
      <LampMark colour="done" words={shortDay(doneOn, today)} />
      <small>{wanFigure(doneFen)}</small>
    </a>
  );
};

const Next = ({ cell: { next, isAt }, today }: CellProps): JSX.Element | null => {
  if (!next) return null;
  const words = next.due ? shortDay(next.due, today) : '没有定日期';
  const lamp = isAt || next.lamp?.colour === 'red' ? next.lamp : null;
  return (
    <a href={`/funding/${next.id}`}>
      {lamp ? <LampMark colour={lamp.colour} words={words} /> : <span class="mut">{words}</span>}
      <small>{[wanFigure(next.fen), ...(lamp ? [lamp.reason] : [])].join('，')}</small>
    </a>
  );
};

const shortDay = (day: Temporal.PlainDate, today: Temporal.PlainDate): string =>
  `${day.year === today.year ? '' : `${day.year}年`}${day.month}月${day.day}日`;
