import type { JSX } from 'hono/jsx/jsx-runtime';
import { countsOf, filtered, type Row, rowWords, sorted } from '../../domain/board.ts';
import type { Board } from '../../flows/board.ts';
import type { Frame } from '../frame.ts';
import { percent, thousandths } from '../parts/axis.ts';
import { Icon, Symbols } from '../parts/lamp.tsx';
import { Document } from '../parts/page.tsx';
import { areaName, areaNumeral } from '../parts/words.ts';

/** Rows that keep a bulletin on one sheet; what is left out is counted. */
const MOST_RED = 10;
const MOST_YELLOW = 8;

const dateOf = ({ year, month, day }: Frame['today']): string => `${year}年${month}月${day}日`;

/** The bulletin as of today: one sheet of A4, to be printed or kept as a PDF. */
export const BulletinPage = ({
  frame,
  board,
}: {
  readonly frame: Frame;
  readonly board: Board;
}): JSX.Element => {
  const { today, parkName } = frame;
  const { rows } = board;
  const red = sorted(filtered(rows, { lamp: 'red' }, today), 'due');
  const yellow = sorted(filtered(rows, { lamp: 'yellow' }, today), 'due');
  const counts = countsOf(rows);
  return (
    <Document title={`督查通报 · ${parkName} · 如期`}>
      <Symbols />
      <div class="bench">
        <header class="bar-top">
          <a href="/">← 总览</a>
          <strong>督查通报</strong>
          <span class="tag">草稿，数据截至{dateOf(today)}</span>
          <span class="sp" />
          <button class="btn main" type="button" data-print hidden>
            打印或存为 PDF
          </button>
        </header>
        <main class="a4">
          <p class="mast noind">督查通报</p>
          <p class="no noind">
            <span>
              {today.year}年第{today.month}期
            </span>
            <span>{parkName}园区办</span>
            <span>{dateOf(today)}</span>
          </p>
          <h1>关于{today.year}年重点工作推进情况的通报</h1>
          <p class="to noind">各责任单位：</p>
          <p>
            截至{today.month}月{today.day}日，全年时间过去{percent(thousandths(today))}。各项工作
            {counts.all}项，已办结{counts.done}项；红灯{counts.red}项、黄灯{counts.yellow}项、绿灯
            {counts.green}项。现将情况通报如下。
          </p>
          <h2>一、红灯事项</h2>
          <Red rows={red} frame={frame} />
          <h2>二、黄灯事项</h2>
          <Yellow rows={yellow} />
          <h2>三、各项工作推进情况</h2>
          <Areas board={board} />
          <h2>四、下步要求</h2>
          <p>
            （一）红灯事项的责任单位说明原因、措施和新的完成时间。（二）黄灯事项的责任单位按期收尾，确实不能按期的在到期以前申请延期。（三）园区办逐项核验，下期通报公布销号情况。
          </p>
          <p class="sign noind">
            {parkName}园区办
            <br />
            {dateOf(today)}
          </p>
          <p class="foot noind">
            <span>发：各责任单位　报：园区领导</span>
            <span>共1页</span>
          </p>
        </main>
      </div>
    </Document>
  );
};

const Red = ({
  rows,
  frame: { today },
}: {
  readonly rows: readonly Row[];
  readonly frame: Frame;
}): JSX.Element =>
  rows.length === 0 ? (
    <p>没有红灯事项。</p>
  ) : (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">事项</th>
            <th scope="col">责任单位</th>
            <th scope="col">期限</th>
            <th scope="col">情况</th>
            <th scope="col">最近反馈</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_RED).map((row) => (
            <tr>
              <td class="c">{row.task.id}</td>
              <td>{row.task.title}</td>
              <td class="c">{row.task.leadUnit}</td>
              <td class="c nw">
                {row.task.due?.month}月{row.task.due?.day}日
              </td>
              <td class="c nw">{rowWords(row, today)}</td>
              <td>{row.task.lastReport?.note ?? '未反馈'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_RED ? <p>另有{rows.length - MOST_RED}项，详见任务清单。</p> : null}
    </>
  );

const Yellow = ({ rows }: { readonly rows: readonly Row[] }): JSX.Element => {
  const shown = rows
    .slice(0, MOST_YELLOW)
    .map(({ task }) => `${task.id} ${task.title}（${task.due?.month}月${task.due?.day}日）`);
  const rest = rows.length - shown.length;
  return (
    <p>
      {shown.length === 0 ? '没有黄灯事项' : shown.join('；')}
      {rest > 0 ? `；另有${rest}项` : ''}。
    </p>
  );
};

const Areas = ({ board: { rows, plan } }: { readonly board: Board }): JSX.Element => (
  <table>
    <thead>
      <tr>
        <th scope="col">工作</th>
        <th scope="col">项数</th>
        <th scope="col">办结</th>
        <th scope="col">红灯</th>
        <th scope="col">黄灯</th>
        <th scope="col">绿灯</th>
      </tr>
    </thead>
    <tbody>
      {[...Map.groupBy(rows, ({ task }) => task.area)]
        .toSorted(([a], [b]) => a - b)
        .map(([area, group]) => {
          const counts = countsOf(group);
          return (
            <tr>
              <td>
                {area === 0 ? '' : `${areaNumeral(area)}、`}
                {areaName(area, plan)}
              </td>
              <td class="c">{counts.all}</td>
              {(['done', 'red', 'yellow', 'green'] as const).map((colour) => (
                <td class="c">
                  {counts[colour] === 0 ? (
                    '—'
                  ) : (
                    <>
                      <Icon colour={colour} /> {counts[colour]}
                    </>
                  )}
                </td>
              ))}
            </tr>
          );
        })}
    </tbody>
  </table>
);
