import type { JSX } from 'hono/jsx/jsx-runtime';
import { Temporal } from 'temporal-polyfill';
import { wanFigure, wanWords } from '../../domain/base/money.ts';
import { daysLeftWords } from '../../domain/base/words.ts';
import { stageName } from '../../domain/funding/funding.ts';
import type { FundingRow } from '../../domain/funding/funding-report.ts';
import { fundingTables } from '../../domain/funding/funding-table.ts';
import { reports } from '../../domain/tasks/permissions.ts';
import type { Money } from '../../flows/funding/money.ts';
import type { Frame } from '../http/frame.ts';
import { Hatches } from '../ui/pace-band.tsx';
import { Page } from '../ui/page.tsx';
import { PlainTable } from '../ui/plain-table.tsx';
import { dayInTable } from '../ui/words.ts';
import { Pipeline } from './pipeline.tsx';

type Props = { readonly frame: Frame; readonly money: Money };

/** The money stage by stage: what is through, what is next and by when, what holds it up. */
export const FundingPage = ({ frame, money }: Props): JSX.Element => {
  const { report, instruments } = money;
  const tools = (
    <div class="tools">
      <a class="btn" href="/funding.xlsx">
        导出 Excel
      </a>
      {reports(frame.viewer) ? (
        <a class="btn" href="/funding/import">
          导入 Excel
        </a>
      ) : null}
      <button class="btn" type="button" data-print hidden>
        打印
      </button>
    </div>
  );
  const [total] = report.rows;
  const sub = total ? `目标合计 ${wanWords(total.goalFen)}` : '';
  if (instruments.length === 0) {
    return (
      <Page frame={frame} title="资金争取">
        <div class="empty">
          <b>没有您能看的资金</b>
          <p>资金随工作计划登记，由财政金融部门逐环节登记进展。</p>
        </div>
      </Page>
    );
  }
  return (
    <Page frame={frame} title="资金争取" sub={sub} tools={tools}>
      <Hatches />
      {instruments.map((each) => (
        <Instrument frame={frame} money={money} each={each} />
      ))}
      {fundingTables(report, frame.today).map((table) => (
        <PlainTable table={table} />
      ))}
    </Page>
  );
};

const Instrument = ({
  frame,
  money: { report, tasks },
  each: { instrument, pipe },
}: Props & { readonly each: Money['instruments'][number] }): JSX.Element => {
  const { id, name, goalFen } = instrument;
  const row = report.rows.find((one) => one.level === 'instrument' && one.instrument === id);
  return (
    <section class="fund" aria-labelledby={`f-${id}`}>
      <header>
        <h2 id={`f-${id}`}>
          <a href={`/items/${id}`}>{name}</a>
        </h2>
        <span class="big">{wanWords(goalFen)}</span>
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
      <dd class="num">{wanFigure(arrivedFen)}</dd>
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
  <span class="nw">
    {dayInTable(due, today)}，{daysLeftWords(due, today)}
  </span>
);
