import type { JSX } from 'hono/jsx/jsx-runtime';
import { dayWords, weekdayWords } from '../../domain/base/words.ts';
import { sorted } from '../../domain/papers/board.ts';
import { dayOfForm, type FormItem } from '../../domain/papers/reporting-form.ts';
import { filtered } from '../../domain/papers/task-filter.ts';
import { groupedByPlace } from '../../domain/sources/place.ts';
import type { Unreached } from '../../flows/context/unreached.ts';
import type { Board } from '../../flows/views/board.ts';
import type { Unsigned } from '../../flows/views/messages.ts';
import type { Frame } from '../http/frame.ts';
import { inYear } from '../http/year.ts';
import { axisPercent, thousandths } from '../ui/axis.ts';
import { HiddenNote } from '../ui/hidden-note.tsx';
import { Legend } from '../ui/legend.tsx';
import { Page } from '../ui/page.tsx';
import { UnreachedNote } from '../ui/unreached-note.tsx';
import { Lanes } from './lanes.tsx';
import { Lead } from './overview-lead.tsx';
import { Paces } from './overview-paces.tsx';
import { AnswerList, UnsignedList, WatchList } from './watch-lists.tsx';

/** The overview: how the work stands, what is late, what is due next, who has not signed. */
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
  const { today, year: asked } = frame;
  const { rows, year, sources } = board;
  const places = groupedByPlace(rows, sources, ({ task }) => task);
  return (
    <Page frame={frame} title={`${year}年工作推进总览`} tools={<When frame={frame} year={year} />}>
      <UnreachedNote unreached={unreached} />
      <ToReturn items={returns} today={today} />
      <Lead board={board} frame={frame} />
      <HiddenNote hidden={board.hidden} />
      <div class="columns">
        <div>
          <Paces board={board} when={{ today, year }} />
          <Lanes
            caption={`各项工作在${year}年内的期限分布`}
            heading="各项工作"
            when={{ today, year }}
            lanes={places.map(({ key, numeral, name, items }) => ({
              numeral,
              name,
              href: inYear(`/items?area=${key}`, asked),
              rows: items,
            }))}
          />
        </div>
        <div class="side">
          <WatchList
            title="红灯"
            href={inYear('/items?lamp=red', asked)}
            empty="没有红灯。"
            rows={filtered(rows, { lamp: 'red' }, today)}
            today={today}
          />
          <WatchList
            title="7 日内到期"
            href={inYear('/items?due=week&sort=due', asked)}
            empty="7 日内没有到期的事项。"
            rows={sorted(filtered(rows, { due: 'week' }, today), 'due')}
            today={today}
          />
          <WatchList
            title="等待园区办办理"
            href={inYear('/items?waiting=yes', asked)}
            empty="没有等待核验、批复或改派的事项。"
            rows={filtered(rows, { isWaiting: true }, today)}
            today={today}
            most={2}
          />
          <AnswerList board={board} frame={frame} />
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

const When = ({
  frame: { today },
  year,
}: {
  readonly frame: Frame;
  readonly year: number;
}): JSX.Element => (
  <p class="dates">
    <span>
      {today.month}月{today.day}日 {weekdayWords(today)}
    </span>
    {year === today.year ? <Elapsed today={today} /> : null}
  </p>
);

/** How far the year is. */
const Elapsed = ({ today }: Pick<Frame, 'today'>): JSX.Element => (
  <>
    <span>
      全年第 <b>{today.dayOfYear}</b> 天
    </span>
    <span class="pace">
      序时进度 <b>{axisPercent(thousandths(today))}</b>
    </span>
  </>
);
