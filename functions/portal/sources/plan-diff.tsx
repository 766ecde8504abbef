import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { dayWords } from '../../domain/base/words.ts';
import type { Review } from '../../domain/sources/review.ts';
import { statusName } from '../../domain/tasks/task-status.ts';
import { termName } from '../../domain/tasks/term-changes.ts';
import type { AmendedTask } from '../../flows/sources/review-standing.ts';
import type { Frame } from '../http/frame.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import type { ReviewProps } from './review-view.ts';
import { tickOf } from './tick.ts';

/** How a new reading of the plan differs from the registered tasks, with a box for each difference. */
export const PlanDiff = ({
  review,
  standing,
  mayEnter,
  frame,
  refused,
}: Pick<ReviewProps, 'standing' | 'mayEnter' | 'frame' | 'refused'> & {
  readonly review: Review;
}): JSX.Element | null => {
  if (review.unchanged + standing.length === 0) return null;
  return (
    <section class="section">
      <h2 class="section-title">与登记表比较</h2>
      <p class="muted">
        {review.unchanged} 项没有变化；{review.amended.length} 项有改动，{review.gone.length}{' '}
        项不再有。改动不会自动生效：勾选的按新版本办，不勾选的照旧。撤销的不能恢复。
      </p>
      {refused?.act === 'settle' ? <ErrorSummary faults={refused.faults} act="changes" /> : null}
      {standing.length === 0 ? null : (
        <form method="post" action={`/plans/${review.id}/changes`}>
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
          {mayEnter && standing.some(({ isOpen }) => isOpen) ? (
            <button class="button" data-busy="正在办理…" type="submit">
              办理所选改动
            </button>
          ) : null}
        </form>
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
  each,
  review,
  mayEnter,
  frame: { today },
}: {
  readonly each: AmendedTask;
  readonly review: Review;
  readonly mayEnter: boolean;
  readonly frame: Frame;
}): JSX.Element => {
  const { task, amended, isOpen } = each;
  return (
    <tr>
      <td class="number">{task.id}</td>
      <td>
        <a href={`/items/${task.id}`}>{task.title}</a>
        <span class="why">
          {amended
            ? `${amended.fields.map((field) => fieldNames[field] ?? field).join('、')}有改动`
            : `《${review.title}》里没有这一项`}
        </span>
      </td>
      <td>
        {statusName[task.status]}
        {task.due ? `，${dayWords(task.due, today)}` : ''}
      </td>
      <td>
        {isOpen ? <Choices each={each} mayEnter={mayEnter} /> : amended ? '已一致' : '已结束'}
      </td>
    </tr>
  );
};

/** What can be taken over of one task, each with its box; nothing ticked leaves it as it is. */
const Choices = ({
  each: { task, version, amended, offers },
  mayEnter,
}: {
  readonly each: AmendedTask;
  readonly mayEnter: boolean;
}): JSX.Element => (
  <ul class="changes">
    {offers.map(({ name, from, to }) => (
      <li>
        <ChangeTick tick={tickOf({ task: task.id, offer: name, version })} mayEnter={mayEnter}>
          {termName[name]}：<del>{from}</del> <ins>{to}</ins>
        </ChangeTick>
      </li>
    ))}
    {amended === null ? (
      <li>
        <ChangeTick
          tick={tickOf({
            task: task.id,
            offer: task.alsoFrom.length === 0 ? 'withdraw' : 'dropSource',
            version,
          })}
          mayEnter={mayEnter}
        >
          {task.alsoFrom.length === 0 ? '撤销' : '撤下这个来源'}（不勾选就照旧）
        </ChangeTick>
      </li>
    ) : null}
  </ul>
);

const ChangeTick = ({
  tick,
  mayEnter,
  children,
}: {
  readonly tick: string;
  readonly mayEnter: boolean;
  readonly children: Child;
}): JSX.Element =>
  mayEnter ? (
    <label class="tick-field">
      <input type="checkbox" name="change" value={tick} /> <span>{children}</span>
    </label>
  ) : (
    <span>{children}</span>
  );
