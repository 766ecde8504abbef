import type { JSX } from 'hono/jsx/jsx-runtime';
import { dayWords, weekdayWords } from '../../domain/base/words.ts';
import { countsOf, filtered, sorted } from '../../domain/papers/board.ts';
import { dayOfForm, type FormItem } from '../../domain/papers/reporting-form.ts';
import { areaName, areaNumeral } from '../../domain/sources/plan.ts';
import type { PaceRow } from '../../domain/targets/pace-report.ts';
import { paceSummary } from '../../domain/targets/pace-summary.ts';
import type { Unreached } from '../../flows/context/unreached.ts';
import type { Board } from '../../flows/views/board.ts';
import type { Unsigned } from '../../flows/views/messages.ts';
import type { Frame } from '../http/frame.ts';
import { percent, thousandths } from '../ui/axis.ts';
import { Legend } from '../ui/legend.tsx';
import { DirectFigures, Hatches, isDirect, PaceBand } from '../ui/pace-band.tsx';
import { Page } from '../ui/page.tsx';
import { UnreachedNote } from '../ui/unreached-note.tsx';
import { Lanes } from './lanes.tsx';
import { UnsignedList, Watch } from './watch-lists.tsx';

/** The leader's minute: how it stands, what burns, what comes, who does not answer. */
export const OverviewPage = ({
  frame,
  board,
  unsigned,
  unreached,
  returns,
}: {
  readonly frame: Frame;
  /** What the viewer's own post is asked to return. */
  readonly returns: readonly FormItem[];
  readonly board: Board;
  readonly unsigned: readonly Unsigned[];
  readonly unreached: readonly Unreached[];
}): JSX.Element => {
  const { today } = frame;
  const { rows, plan } = board;
  const year = plan?.year ?? today.year;
  const areas = [...new Set(rows.map(({ task }) => task.area))].toSorted((a, b) => a - b);
  return (
    <Page frame={frame} title={`${year}年工作推进总览`} tools={<When frame={frame} />}>
      <UnreachedNote unreached={unreached} />
      <ToReturn items={returns} today={today} />
      <Lead board={board} frame={frame} />
      <div class="columns">
        <div>
          <Paces board={board} when={{ today, year }} />
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
        </div>
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
            most={2}
          />
          <UnsignedList unsigned={unsigned} frame={frame} />
        </div>
      </div>
      <Legend />
    </Page>
  );
};

/** The way to the form on which the viewer's own post returns what it is asked for. */
const ToReturn = ({
  items,
  today,
}: {
  readonly items: readonly FormItem[];
  readonly today: Frame['today'];
}): JSX.Element | null => {
  const day = dayOfForm(items);
  const left = items.filter(({ isAnswered }) => !isAnswered).length;
  return day === undefined || left === 0 ? null : (
    <p class="notice">
      {day.month}月反馈 {items.length} 项，还有 {left} 项，{dayWords(day, today)}前交。
      <a href="/returns">去填</a>
    </p>
  );
};

/** How many targets keep their schedule, and the one that owes most to it. */
const Owed = ({ targets }: Pick<Board, 'targets'>): JSX.Element | null => {
  const { all, kept, most, unreported } = paceSummary(targets);
  return all === 0 ? null : (
    <>
      <a href="/targets">{all} 项指标</a>中 {kept} 项达到序时
      {unreported > 0 ? `，${unreported} 项未报数` : ''}
      {most ? (
        <>
          ，欠账最多的是<a href={`/targets/${most.id}`}>{most.name}</a>，截至{most.asOf}欠{' '}
          {most.points} 个百分点
        </>
      ) : null}
      。
    </>
  );
};

/** The headline goals and whatever is late against the schedule; a viewer without any sees none. */
const Paces = ({
  board: { targets, rows },
  when,
}: {
  readonly board: Board;
  readonly when: { readonly today: Frame['today']; readonly year: number };
}): JSX.Element | null => {
  const headline = new Set(rows.filter(({ task }) => task.area === 0).map(({ task }) => task.id));
  const growing = targets.filter((row) => !isDirect(row));
  const isLate = ({ lamp }: PaceRow): boolean => lamp.colour === 'red' || lamp.colour === 'yellow';
  const shown = growing.filter((row) => headline.has(row.id) || isLate(row));
  return targets.length === 0 ? null : (
    <>
      <Hatches />
      <PaceBand targets={shown.length > 0 ? shown : growing} when={when} isBrief />
      <DirectFigures targets={targets.filter(isDirect)} />
    </>
  );
};

const When = ({ frame: { today } }: { readonly frame: Frame }): JSX.Element => (
  <p class="dates">
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
  board: { rows, targets },
  frame: { today },
}: {
  readonly board: Board;
  readonly frame: Frame;
}): JSX.Element => {
  const counts = countsOf(rows);
  const unset = filtered(rows, { due: 'unset' }, today).length;
  if (rows.length === 0) {
    return <p class="lead">登记表还是空的。导入工作计划并核定以后，这里显示各项工作的进展。</p>;
  }
  return (
    <p class="lead">
      <a href="/items">{counts.all} 项工作</a>，
      {counts.withdrawn > 0 ? (
        <>
          其中<a href="/items?lamp=withdrawn">撤销 {counts.withdrawn} 项</a>，
        </>
      ) : null}
      已办结 <b>{counts.done}</b> 项；
      <a class="red-count" href="/items?lamp=red">
        红灯 {counts.red} 项
      </a>
      ，
      <a class="yellow-count" href="/items?lamp=yellow">
        黄灯 {counts.yellow} 项
      </a>
      ，
      {counts.unreported > 0 ? (
        <>
          <a href="/items?lamp=unreported">未报数 {counts.unreported} 项</a>，
        </>
      ) : null}
      绿灯 {counts.green} 项
      {counts.unreturned > 0 ? (
        <>
          ；另有 <a href="/items?returned=no">{counts.unreturned} 项</a>到反馈日没有反馈
        </>
      ) : null}
      。
      <Owed targets={targets} />
      {unset > 0 ? (
        <>
          另有 <a href="/items?due=unset">{unset} 项</a>期限待核定。
        </>
      ) : null}
    </p>
  );
};
