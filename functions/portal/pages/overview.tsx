import type { JSX } from 'hono/jsx/jsx-runtime';
import { type Counts, countsOf, filtered, type Row, sorted } from '../../domain/board.ts';
import { weekdayWords } from '../../domain/words.ts';
import type { Board } from '../../flows/board.ts';
import type { Unsigned } from '../../flows/messages.ts';
import type { Frame } from '../frame.ts';
import { percent, thousandths } from '../parts/axis.ts';
import { Icon } from '../parts/lamp.tsx';
import { Lanes } from '../parts/lanes.tsx';
import { Legend } from '../parts/legend.tsx';
import { Page } from '../parts/page.tsx';
import { areaName, areaNumeral, dayInTable, rowWords } from '../parts/words.ts';

/** Items that the lists of the right column show before they send on to the register. */
const MOST = 5;
const MOST_UNSIGNED = 3;

/** The leader's minute: how it stands, what burns, what comes, who does not answer. */
export const OverviewPage = ({
  frame,
  board,
  unsigned,
}: {
  readonly frame: Frame;
  readonly board: Board;
  readonly unsigned: readonly Unsigned[];
}): JSX.Element => {
  const { today } = frame;
  const { rows, plan } = board;
  const year = plan?.year ?? today.year;
  const areas = [...new Set(rows.map(({ task }) => task.area))].toSorted((a, b) => a - b);
  return (
    <Page frame={frame} title={`${year}年工作推进总览`} tools={<When frame={frame} />}>
      <Lead counts={countsOf(rows)} rows={rows} frame={frame} />
      <div class="ov">
        <Lanes
          caption={`各项工作在${year}年内的期限分布`}
          heading="各项工作"
          when={{ today, year }}
          lanes={areas.map((area) => ({
            numeral: areaNumeral(area),
            name: areaName(area, plan),
            href: `/items?area=${area}`,
            rows: rows.filter(({ task }) => task.area === area),
          }))}
        />
        <div class="side">
          <Watch
            title="红灯"
            href="/items?lamp=red"
            empty="没有红灯。"
            rows={filtered(rows, { lamp: 'red' }, today)}
            today={today}
          />
          <Watch
            title="7 日内到期"
            href="/items?due=week&sort=due"
            empty="7 日内没有到期的事项。"
            rows={sorted(filtered(rows, { due: 'week' }, today), 'due')}
            today={today}
          />
          <Watch
            title="等待园区办办理"
            href="/items?waiting=yes"
            empty="没有等待核验、批复或改派的事项。"
            rows={filtered(rows, { isWaiting: true }, today)}
            today={today}
          />
          <UnsignedList unsigned={unsigned} frame={frame} />
        </div>
      </div>
      <Legend />
    </Page>
  );
};

const When = ({ frame: { today } }: { readonly frame: Frame }): JSX.Element => (
  <p class="when">
    <span>
      {today.month}月{today.day}日 {weekdayWords(today)}
    </span>
    <span>
      全年第 <b>{today.dayOfYear}</b> 天
    </span>
    <span class="pace">
      序时进度 <b>{percent(thousandths(today))}</b>
    </span>
  </p>
);

/** The headline: one sentence that says how it stands, and every number of it leads to its rows. */
const Lead = ({
  counts,
  rows,
  frame: { today },
}: {
  readonly counts: Counts;
  readonly rows: readonly Row[];
  readonly frame: Frame;
}): JSX.Element => {
  const unset = filtered(rows, { due: 'unset' }, today).length;
  const standing = rows.filter(({ task }) => task.due === null).length;
  if (rows.length === 0) {
    return <p class="lead">登记表还是空的。导入工作计划并核定以后，这里显示各项工作的进展。</p>;
  }
  return (
    <p class="lead">
      <a href="/items">{counts.all} 项工作</a>，已办结 <b>{counts.done}</b> 项；
      <a class="r" href="/items?lamp=red">
        红灯 {counts.red} 项
      </a>
      ，
      <a class="a" href="/items?lamp=yellow">
        黄灯 {counts.yellow} 项
      </a>
      ，绿灯 {counts.green} 项。
      {standing > 0 ? `其中长期事项 ${standing} 项，按月反馈。` : ''}
      {unset > 0 ? (
        <>
          另有 <a href="/items?due=unset">{unset} 项</a>计划没有写明期限，暂按年底估计，等待核定。
        </>
      ) : null}
    </p>
  );
};

const Watch = ({
  title,
  href,
  empty,
  rows,
  today,
}: {
  readonly title: string;
  readonly href: string;
  readonly empty: string;
  readonly rows: readonly Row[];
  readonly today: Frame['today'];
}): JSX.Element => (
  <section>
    <h2>
      {title} {rows.length} 项{rows.length > 0 ? <a href={href}>全部</a> : null}
    </h2>
    {rows.length === 0 ? <p class="mut none">{empty}</p> : null}
    <ul class="watch">
      {sorted(rows, 'due')
        .slice(0, MOST)
        .map((row) => (
          <li>
            <Icon colour={row.lamp.colour} />
            <a href={`/items/${row.task.id}`}>{row.task.title}</a>
            <span class="d">
              <span>{row.task.leadUnit}</span>
              <b class={row.lamp.colour}>
                {row.task.due && row.lamp.colour !== 'red'
                  ? `${dayInTable(row.task.due, today)}，${rowWords(row, today)}`
                  : rowWords(row, today)}
              </b>
            </span>
          </li>
        ))}
    </ul>
  </section>
);

const UnsignedList = ({
  unsigned,
  frame: { today, timeZone },
}: {
  readonly unsigned: readonly Unsigned[];
  readonly frame: Frame;
}): JSX.Element => (
  <section>
    <h2>
      送达未签收 {unsigned.length} 个岗位
      {unsigned.length > 0 ? <a href="/messages?state=unsigned">收件</a> : null}
    </h2>
    {unsigned.length === 0 ? <p class="mut none">发出的提醒都已签收。</p> : null}
    <ul class="watch">
      {unsigned.slice(0, MOST_UNSIGNED).map(({ digest, post, count, since }) => (
        <li>
          <Icon colour="yellow" />
          <a href={`/messages/${encodeURIComponent(digest)}`}>{post}</a>
          <span class="d">
            <span>{count} 项待签收</span>
            <b class="yellow">
              {dayInTable(since.toZonedDateTimeISO(timeZone).toPlainDate(), today)}起
            </b>
          </span>
        </li>
      ))}
    </ul>
  </section>
);
