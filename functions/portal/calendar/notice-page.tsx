import type { JSX } from 'hono/jsx/jsx-runtime';
import { noticeDayWords } from '../../domain/calendar/notice-questions.ts';
import type { NoticeReview } from '../../flows/calendar/review-notice.ts';
import type { FieldFault } from '../http/forms.ts';
import type { Frame } from '../http/frame.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Page } from '../ui/page.tsx';

type Props = {
  readonly frame: Frame;
  readonly review: NoticeReview;
  /** The version of the entered holidays that was seen. */
  readonly seen: string;
  /** Keys of the questions that were answered. */
  readonly accepted: readonly string[];
  readonly faults: readonly FieldFault[];
};

/** What was read of a notice, day by day, before it is entered. */
export const NoticePage = (props: Props): JSX.Element => {
  const { frame, review, faults } = props;
  const { year, days, others } = review;
  const rest = days.filter(({ kind }) => kind === 'rest').length;
  const changed = days.filter(({ isChanged }) => isChanged).length + others.length;
  return (
    <Page
      frame={frame}
      title={`${faults.length > 0 ? '有错误：' : ''}核对${year}年放假安排`}
      sub="还没有录入"
    >
      {faults.length > 0 ? <ErrorSummary act="holidays" faults={faults} /> : null}
      <p class="lead">
        读到放假 {rest} 天、调休上班 {days.length - rest} 天，
        {changed === 0 ? '与现行安排没有不同。' : `与现行安排不同的 ${changed} 天。`}
      </p>
      <NoticeFormFields {...props} />
      <DayTable review={review} />
      <PassedOver review={review} />
    </Page>
  );
};

const NoticeFormFields = ({ review, seen, accepted }: Props): JSX.Element => (
  <form method="post" action="/settings/calendar/entry" novalidate>
    <input type="hidden" name="text" value={review.text} />
    <input type="hidden" name="year" value={String(review.year)} />
    <input type="hidden" name="seen" value={seen} />
    {review.questions.length > 0 ? (
      <fieldset class="notice-questions">
        <legend>录入以前，请对照通知原文逐条确认</legend>
        {review.questions.map(({ key, message }, at) => (
          <label class="tick-field">
            <input
              type="checkbox"
              id={`holidays-accepted-${at}`}
              name="accepted"
              value={key}
              checked={accepted.includes(key)}
            />{' '}
            {message}。已对照原文，照此录入
          </label>
        ))}
      </fieldset>
    ) : null}
    {review.changesPast ? (
      <p class="muted">有已经到了的日子会改变：已发的提醒不变，也不补发，此后按新的安排计算。</p>
    ) : null}
    <p class="actions">
      <button class="button primary" data-busy="正在录入…" type="submit">
        录入，立即生效
      </button>
      <button class="button" formaction="/settings/calendar/draft" type="submit">
        返回修改
      </button>
    </p>
  </form>
);

const DayTable = ({ review: { year, days, others } }: Pick<Props, 'review'>): JSX.Element => (
  <section class="section">
    <h2 class="section-title">逐日</h2>
    <table class="records">
      <thead>
        <tr>
          <th scope="col">日期</th>
          <th scope="col">安排</th>
          <th scope="col">节日</th>
          <th scope="col">与现行安排</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, kind, festival, isChanged }) => (
          <tr>
            <td>{noticeDayWords(day, year)}</td>
            <td>{kind === 'rest' ? '放假' : '上班'}</td>
            <td>{festival || '—'}</td>
            <td>
              {isChanged ? (
                <b>{kind === 'rest' ? '原为工作日' : '原为休息日'}</b>
              ) : (
                <span class="muted">相同</span>
              )}
            </td>
          </tr>
        ))}
        {others.map(({ day, isWorked }) => (
          <tr>
            <td>{noticeDayWords(day, year)}</td>
            <td>{isWorked ? '照常上班' : '照常休息'}</td>
            <td>通知没有写到</td>
            <td>
              <b>{isWorked ? '原为休息日' : '原为工作日'}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

const PassedOver = ({ review: { passedOver } }: Pick<Props, 'review'>): JSX.Element | null =>
  passedOver.length === 0 ? null : (
    <details class="section">
      <summary>没有安排日子、不采用的句子（{passedOver.length} 句）</summary>
      <ul class="notes muted">
        {passedOver.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </details>
  );
