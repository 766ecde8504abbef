import type { JSX } from 'hono/jsx/jsx-runtime';
import { rowWords, type TaskRow } from '../../domain/papers/board.ts';
import type { Frame } from '../http/frame.ts';
import { LampMark } from '../ui/lamp.tsx';
import { dayInTable } from '../ui/words.ts';
import { isDivisible, statusWordsOf } from './node-words.ts';
import type { TaskView } from './task-view.ts';

/** The nodes of a work, and the ways to enter more. */
export const NodesSection = ({
  frame,
  view,
}: {
  readonly frame: Frame;
  readonly view: TaskView;
}): JSX.Element | null => {
  const { task } = view.row;
  const mayDivide = view.acts.includes('nodes') && isDivisible(task);
  if (view.nodes.length === 0 && !mayDivide) return null;
  return (
    <section class="section" id="nodes">
      <h2 class="section-title">节点</h2>
      {view.nodes.length === 0 ? (
        <p class="muted nothing">还没有分解节点。</p>
      ) : (
        <div class="scroll" role="region" aria-label="节点" tabindex={0}>
          <NodesTable nodes={view.nodes} today={frame.today} />
        </div>
      )}
      {mayDivide ? <Ways view={view} /> : null}
    </section>
  );
};

const NodesTable = ({
  nodes,
  today,
}: {
  readonly nodes: readonly TaskRow[];
  readonly today: Frame['today'];
}): JSX.Element => (
  <table class="records">
    <thead>
      <tr>
        <th scope="col">节点</th>
        <th scope="col">灯 / 距今</th>
        <th scope="col">期限</th>
        <th scope="col">责任单位</th>
        <th scope="col">状态</th>
        <th scope="col">进度</th>
        <th scope="col">权重</th>
      </tr>
    </thead>
    <tbody>
      {nodes.map((row) => (
        <tr>
          <th scope="row">
            <a href={`/items/${row.task.id}`}>{row.task.title}</a>
          </th>
          <td>
            <LampMark colour={row.lamp.colour} words={rowWords(row)} />
          </td>
          <td class="nowrap">{row.task.due ? dayInTable(row.task.due, today) : '—'}</td>
          <td>{row.task.leadUnit}</td>
          <td>{statusWordsOf(row.task)}</td>
          <td class="number">{row.task.progress}%</td>
          <td class="number">{row.task.nodeOf?.weight ?? 1}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** From what nodes are entered: a template, the quarters, or nothing. */
const Ways = ({ view: { row, templates } }: { readonly view: TaskView }): JSX.Element => {
  const address = (from: string): string => `/items/${row.task.id}/nodes?from=${from}`;
  return (
    <p class="more-links">
      分解节点：
      {templates.map(({ id, name }) => (
        <>
          <a href={address(id)}>按{name}</a>{' '}
        </>
      ))}
      <a href={address('quarters')}>按季度</a> <a href={address('blank')}>逐个填写</a>
    </p>
  );
};
