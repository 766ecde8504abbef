import type { JSX } from 'hono/jsx/jsx-runtime';
import { countsOf } from '../../domain/papers/task-counts.ts';
import { filtered } from '../../domain/papers/task-filter.ts';
import { paceSummary } from '../../domain/targets/pace-summary.ts';
import type { Board } from '../../flows/views/board.ts';
import type { Frame } from '../http/frame.ts';
import { inYear } from '../http/year.ts';

/** How many targets keep their schedule, and the one that owes most to it. */
const Owed = ({
  targets,
  year,
}: Pick<Board, 'targets'> & Pick<Frame, 'year'>): JSX.Element | null => {
  const { all, kept, most, unreported } = paceSummary(targets);
  return all === 0 ? null : (
    <>
      <a href={inYear('/targets', year)}>{all} 项指标</a>中 {kept} 项达到序时
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

/** The headline: one sentence that says how it stands, and every number of it leads to its rows. */
export const Lead = ({
  board: { rows, targets },
  frame: { today, year },
}: {
  readonly board: Board;
  readonly frame: Frame;
}): JSX.Element => {
  const counts = countsOf(rows);
  const unsigned = filtered(rows, { status: 'pendingAcceptance' }, today).length;
  const unset = filtered(rows, { due: 'unset' }, today).length;
  if (rows.length === 0) {
    return <p class="lead">登记表还是空的。导入工作计划并核定以后，这里显示各项工作的进展。</p>;
  }
  return (
    <p class="lead">
      <a href={inYear('/items', year)}>{counts.all} 项工作</a>，
      {counts.withdrawn > 0 ? (
        <>
          其中<a href={inYear('/items?lamp=withdrawn', year)}>撤销 {counts.withdrawn} 项</a>，
        </>
      ) : null}
      已办结 <b>{counts.done}</b> 项；
      <a class="red-count" href={inYear('/items?lamp=red', year)}>
        红灯 {counts.red} 项
      </a>
      ，
      <a class="yellow-count" href={inYear('/items?lamp=yellow', year)}>
        黄灯 {counts.yellow} 项
      </a>
      ，
      {counts.unreported > 0 ? (
        <>
          <a href={inYear('/items?lamp=unreported', year)}>未报数 {counts.unreported} 项</a>，
        </>
      ) : null}
      绿灯 {counts.green} 项
      {counts.unreturned > 0 ? (
        <>
          ；另有 <a href={inYear('/items?returned=no', year)}>{counts.unreturned} 项</a>
          到反馈日没有反馈
        </>
      ) : null}
      {unsigned > 0 ? (
        <>
          ；<a href="/items?status=pendingAcceptance">待签收 {unsigned} 项</a>
        </>
      ) : null}
      。
      <Owed targets={targets} year={year} />
      {unset > 0 ? (
        <>
          另有 <a href={inYear('/items?due=unset', year)}>{unset} 项</a>期限待核定。
        </>
      ) : null}
    </p>
  );
};
