import type { JSX } from 'hono/jsx/jsx-runtime';
import { rowWords, sorted, type TaskRow } from '../../domain/papers/board.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import type { Board } from '../../flows/views/board.ts';
import type { Unsigned } from '../../flows/views/messages.ts';
import type { Frame } from '../http/frame.ts';
import { Icon } from '../ui/lamp.tsx';
import { dayInTable } from '../ui/words.ts';

/** Items that a list shows before it sends on to the whole of it: all of them fit one screen. */
const MOST = 4;
const MOST_UNSIGNED = 2;

/** The next of some rows, with the way to all of them. */
export const WatchList = ({
  title,
  href,
  empty,
  rows,
  today,
  most = MOST,
}: {
  readonly title: string;
  readonly href: string;
  readonly empty: string;
  readonly rows: readonly TaskRow[];
  readonly today: Frame['today'];
  readonly most?: number;
}): JSX.Element => (
  <section>
    <h2>
      {title} {rows.length} 项{rows.length > 0 ? <a href={href}>全部</a> : null}
    </h2>
    {rows.length === 0 ? <p class="muted nothing">{empty}</p> : null}
    <RowList rows={sorted(rows, 'due').slice(0, most)} today={today} />
  </section>
);

const RowList = ({
  rows,
  today,
}: {
  readonly rows: readonly TaskRow[];
  readonly today: Frame['today'];
}): JSX.Element => (
  <ul class="watch-list">
    {rows.map((row) => (
      <li>
        <Icon colour={row.lamp.colour} />
        <a href={`/items/${row.task.id}`}>{row.task.title}</a>
        <span class="detail">
          <span>{row.task.leadUnit}</span>
          <b class={row.lamp.colour}>
            {row.task.due && row.lamp.colour !== 'red'
              ? `${dayInTable(row.task.due, today)}，${rowWords(row)}`
              : rowWords(row)}
          </b>
        </span>
      </li>
    ))}
  </ul>
);

/** Reports on sources (报送) that the office still has to make; nothing where there are none. */
export const AnswerList = ({
  board: { answers },
  frame: { today, viewer },
}: {
  readonly board: Board;
  readonly frame: Frame;
}): JSX.Element | null =>
  answers.length === 0 || !mayInPark(viewer, 'enterPlan') ? null : (
    <section>
      <h2>待报送 {answers.length} 项</h2>
      <RowList rows={sorted(answers, 'due')} today={today} />
    </section>
  );

/** The posts whose signature is waited for. */
export const UnsignedList = ({
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
    {unsigned.length === 0 ? <p class="muted nothing">没有等待签收的提醒。</p> : null}
    <ul class="watch-list">
      {unsigned.slice(0, MOST_UNSIGNED).map(({ digest, post, count, since }) => (
        <li>
          <Icon colour="yellow" />
          <a href={`/messages/${encodeURIComponent(digest)}`}>{post}</a>
          <span class="detail">
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
