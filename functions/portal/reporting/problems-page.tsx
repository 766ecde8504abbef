import type { JSX } from 'hono/jsx/jsx-runtime';
import { answerWords } from '../../domain/papers/reporting-form-words.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { groupTitle, inFormOrder } from './form-order.ts';
import { ReturnsForm } from './form-page.tsx';
import { OpenItem } from './open-item.tsx';
import type { FormView } from './view.ts';

/** What of a form was not taken, alone: the other answers are recorded and stand below. */
export const ReturnsProblems = ({
  view,
  received,
}: {
  readonly view: FormView;
  /** Ids of what was taken with this press. */
  readonly received: readonly string[];
}): JSX.Element => {
  const { items, faults, questions, address, nonce } = view;
  const ids = new Set([...faults, ...questions].flatMap(({ id }) => (id === '' ? [] : [id])));
  const wrong = items.flatMap((item, at) =>
    ids.has(item.task.id) ? [{ item, number: at + 1 }] : [],
  );
  const taken = items.filter(({ task }) => received.includes(task.id));
  const rest = faults.length > 0 ? '要改' : '要核对';
  const summary = (
    <ErrorSummary
      act="r"
      title={ids.size > 0 ? `收到 ${taken.length} 项，还有 ${ids.size} 项${rest}` : '没有提交'}
      faults={inFormOrder(items, [...faults, ...questions]).map(({ id, field, message }) => ({
        field,
        message: `${groupTitle(items, id)}${message}`,
      }))}
    />
  );
  if (wrong.length === 0) {
    return (
      <>
        {summary}
        <ReturnsForm view={view} />
      </>
    );
  }
  return (
    <>
      {summary}
      <form method="post" action={address} novalidate>
        <input type="hidden" name="key" value={nonce} />
        {wrong.map(({ item, number }) => (
          <OpenItem item={item} number={number} view={view} />
        ))}
        <div class="send">
          <button class="button primary wide" data-busy="正在提交…">
            提交这 {ids.size} 项
          </button>
          <a class="button wide" href={address}>
            先不改，回到表上
          </a>
        </div>
      </form>
      {taken.length > 0 ? (
        <details class="fold">
          <summary>已收到的 {taken.length} 项</summary>
          <ul class="rows">
            {taken.map((item) => (
              <li>
                <b>{item.task.title}</b>
                <small>{answerWords(item, view)}</small>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
};
