import type { JSX } from 'hono/jsx/jsx-runtime';
import { Temporal } from 'temporal-polyfill';
import { dayWords } from '../../domain/base/words.ts';
import type { Review } from '../../domain/sources/review.ts';
import { statusName } from '../../domain/tasks/task-status.ts';
import type { AmendedTask } from '../../flows/sources/review-standing.ts';
import type { Frame } from '../http/frame.ts';
import { DiffMove } from './diff-move.tsx';

/** How a new reading of the plan differs from the registered tasks, with a move for each difference. */
export const PlanDiff = ({
  review,
  standing,
  mayEnter,
  frame,
}: {
  readonly review: Review;
  readonly standing: readonly AmendedTask[];
  readonly mayEnter: boolean;
  readonly frame: Frame;
}): JSX.Element | null => {
  if (review.unchanged + standing.length === 0) return null;
  return (
    <section class="section">
      <h2 class="section-title">与登记表比较</h2>
      <p class="muted">
        {review.unchanged} 项没有变化；{review.amended.length} 项有改动，{review.gone.length}{' '}
        项计划里不再有。改动不会自动生效，请逐项办理。
      </p>
      {standing.length === 0 ? null : (
        <table class="records">
          <thead>
            <tr>
              <th class="narrow-column" scope="col">
                编号
              </th>
              <th scope="col">事项和新的说法</th>
              <th class="state-column" scope="col">
                现在
              </th>
              <th scope="col">办理</th>
            </tr>
          </thead>
          <tbody>
            {standing.map((each) => (
              <Line each={each} review={review} mayEnter={mayEnter} frame={frame} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};

const fieldNames: Readonly<Record<string, string>> = {
  quote: '文字',
  kind: '类型',
  due: '期限',
  metric: '数值',
};

const Line = ({
  each: { task, amended, isOpen },
  review,
  mayEnter,
  frame: { today },
}: {
  readonly each: AmendedTask;
  readonly review: Review;
  readonly mayEnter: boolean;
  readonly frame: Frame;
}): JSX.Element => (
  <tr>
    <td class="number">{task.id}</td>
    <td>
      <a href={`/items/${task.id}`}>{task.title}</a>
      <span class="why">
        {amended
          ? `${amended.fields.map((field) => fieldNames[field] ?? field).join('、')}有改动：${amended.quote}`
          : '新的计划里没有这一项'}
      </span>
    </td>
    <td>
      {statusName[task.status]}
      {task.due ? `，${dayWords(task.due, today)}` : ''}
    </td>
    <td>{mayEnter && isOpen ? <Remedy {...{ task, amended, review }} /> : '—'}</td>
  </tr>
);

/** The move that brings a task to what the plan says now. */
const Remedy = ({
  task,
  amended,
  review,
}: Pick<AmendedTask, 'task' | 'amended'> & { readonly review: Review }): JSX.Element => {
  if (amended === null) {
    return <DiffMove task={task.id} act="withdraw" review={review} words="撤销这一项" />;
  }
  if (amended.due === null || !amended.fields.includes('due')) {
    return <a href={`/items/${task.id}`}>到事项页办理</a>;
  }
  const { month, day } = Temporal.PlainDate.from(amended.due);
  return (
    <DiffMove task={task.id} act="redate" review={review} words={`改期到${month}月${day}日`}>
      <input type="hidden" name="due" value={amended.due} />
    </DiffMove>
  );
};
