import type { JSX } from 'hono/jsx/jsx-runtime';
import { dayWords } from '../../domain/base/words.ts';
import type { FormItem } from '../../domain/papers/reporting-form.ts';
import { answerWords, waitWords } from '../../domain/papers/reporting-form-words.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import type { ItemFault } from './fields.ts';
import { ReturnsForm } from './form-page.tsx';
import { OpenItem } from './item.tsx';
import type { FormView } from './view.ts';

/** `faults` in the order of the form; first what is about none of its items. */
function inFormOrder(
  items: readonly FormItem[],
  faults: readonly ItemFault[],
): readonly ItemFault[] {
  const place = ({ id }: ItemFault): number => items.findIndex(({ task }) => task.id === id);
  return faults.toSorted((a, b) => place(a) - place(b));
}

const titleOf = (items: readonly FormItem[], id: string): string => {
  const item = items.find(({ task }) => task.id === id);
  return item ? `${item.task.title}：` : '';
};

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
        message: `${titleOf(items, id)}${message}`,
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

/** All is there: what comes next, and the way back to what was sent. */
export const ReturnsDone = ({
  view,
  next,
}: {
  readonly view: FormView;
  /** The next return day and when it is asked for; null where none is to come. */
  readonly next: { readonly day: FormItem['of']; readonly asked: FormItem['of'] } | null;
}): JSX.Element => {
  const waiting = view.items.filter(
    ({ task }) => task.status === 'pendingReview' || task.request !== null,
  );
  return (
    <>
      <p class="count">{view.items.length} 项都收到了。</p>
      <ul class="rows">
        {waiting.map((item) => (
          <li>
            <b>{item.task.title}</b>
            <small>
              {item.task.status === 'pendingReview'
                ? answerWords(item, view)
                : waitWords(item.task, view)}
            </small>
          </li>
        ))}
        {next ? (
          <li>
            <b>下次反馈</b>
            <small>
              {dayWords(next.day, view.today)}前交，{dayWords(next.asked, view.today)}发出通知
            </small>
          </li>
        ) : null}
      </ul>
      <div class="send">
        <a class="button wide" href={`${view.address}?all=yes`}>
          看交了什么，或改
        </a>
      </div>
    </>
  );
};
