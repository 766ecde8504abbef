import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Temporal } from 'temporal-polyfill';
import { wanFigure } from '../../domain/base/money.ts';
import { FundingStage, type Instrument, stageName } from '../../domain/funding/funding.ts';
import type { Pipe, PipeCell, PipeLine } from '../../domain/funding/funding-pipe.ts';
import { LampMark } from '../ui/lamp.tsx';
import { Levels } from './levels.tsx';

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
      <table class="pipeline">
        <thead>
          <tr>
            <th scope="col">单位：万元</th>
            {FundingStage.options.map((stage) => (
              <th scope="col" class={at.has(stage) ? 'current' : undefined}>
                {stageName(stage, instrument.kind)}
                {at.has(stage) ? <span class="visually-hidden">（办理中）</span> : null}
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
      <td class={cell.isAt ? 'current' : undefined}>
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
      {lamp ? <LampMark colour={lamp.colour} words={words} /> : <span class="muted">{words}</span>}
      <small>{[wanFigure(next.fen), ...(lamp ? [lamp.reason] : [])].join('，')}</small>
    </a>
  );
};

const shortDay = (day: Temporal.PlainDate, today: Temporal.PlainDate): string =>
  `${day.year === today.year ? '' : `${day.year}年`}${day.month}月${day.day}日`;
