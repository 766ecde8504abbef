import type { JSX } from 'hono/jsx/jsx-runtime';
import { dayWords } from '../../domain/base/words.ts';
import type { FormItem } from '../../domain/papers/reporting-form.ts';
import { answerWords, waitWords } from '../../domain/papers/reporting-form-words.ts';
import type { FormView } from './view.ts';

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
