import type { JSX } from 'hono/jsx/jsx-runtime';
import { Temporal } from 'temporal-polyfill';
import { wanFigure, wanWords } from '../../domain/base/money.ts';
import { daysLeftWords } from '../../domain/base/words.ts';
import { stageName } from '../../domain/funding/funding.ts';
import type { FundingRow } from '../../domain/funding/funding-row.ts';
import type { Money } from '../../flows/funding/money.ts';
import type { Frame } from '../http/frame.ts';
import { dayInTable } from '../ui/words.ts';
import { Pipeline } from './pipeline.tsx';

/** One instrument: how it stands and its pipeline. */
export const InstrumentSection = ({
  frame,
  money: { report, tasks },
  each: { instrument, pipe },
}: {
  readonly frame: Frame;
  readonly money: Money;
  readonly each: Money['instruments'][number];
}): JSX.Element => {
  const { id, name, goalFen } = instrument;
  const row = report.rows.find((one) => one.level === 'instrument' && one.instrument === id);
  return (
    <section class="instrument" aria-labelledby={`f-${id}`}>
      <header>
        <h2 id={`f-${id}`}>
          <a href={`/items/${id}`}>{name}</a>
        </h2>
        <span class="goal-amount">{wanWords(goalFen)}</span>
        {row ? <Standing row={row} frame={frame} tasks={tasks} /> : null}
      </header>
      <Pipeline instrument={instrument} pipe={pipe} today={frame.today} />
    </section>
  );
};

/** What has arrived, what holds it up, what is next. */
const Standing = ({
  row: { arrivedFen, blockedBy, next, kind },
  frame: { today },
  tasks,
}: {
  readonly row: FundingRow;
  readonly frame: Frame;
  readonly tasks: Money['tasks'];
}): JSX.Element => (
  <dl>
    <div>
      <dt>已到位</dt>
      <dd class="number">{wanFigure(arrivedFen)}</dd>
    </div>
    {blockedBy.length > 0 ? (
      <div>
        <dt>卡在</dt>
        <dd>
          {blockedBy.map((id, at) => (
            <>
              {at > 0 ? '、' : ''}
              <a href={`/items/${id}`}>{tasks.get(id)?.shortTitle ?? id}</a>
              {tasks.get(id)?.status === 'withdrawn' ? '（已撤销）' : ''}
            </>
          ))}
        </dd>
      </div>
    ) : null}
    {next ? (
      <div>
        <dt>下一期限</dt>
        <dd>
          <a href={`/funding/${next.id}`}>
            {stageName(next.stage, kind)}
            {wanFigure(next.amountFen)}
          </a>{' '}
          {next.due ? <Due due={Temporal.PlainDate.from(next.due)} today={today} /> : '没有定日期'}
        </dd>
      </div>
    ) : null}
  </dl>
);

const Due = ({
  due,
  today,
}: {
  readonly due: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
}): JSX.Element => (
  <span class="nowrap">
    {dayInTable(due, today)}，{daysLeftWords(due, today)}
  </span>
);
