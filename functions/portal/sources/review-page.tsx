import type { JSX } from 'hono/jsx/jsx-runtime';
import { DraftView, draftViewName, isInView } from '../../domain/sources/draft-view.ts';
import { areaName, areaNumeral } from '../../domain/sources/plan.ts';
import { reviewStateName } from '../../domain/sources/review.ts';
import type { ReviewRead } from '../../flows/sources/review.ts';
import { Choice } from '../ui/choice.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Page } from '../ui/page.tsx';
import { AmendForm, DraftsShown, draftsInView } from './amend-form.tsx';
import { PassedList, passedSentences } from './passed-list.tsx';
import { PlanDiff } from './plan-diff.tsx';
import { PublishBox } from './publish-box.tsx';
import { DRAFTS_A_PAGE, draftAddress } from './query.ts';
import type { ReviewProps } from './review-view.ts';
import { TextTally } from './tally.tsx';
import { TextPane } from './text-pane.tsx';

/** One plan: its drafts next to their sentences, what it changes, and its publication. */
export const ReviewPage = (props: ReviewProps): JSX.Element => {
  const { frame, read, at, mayEnter, mayAmend, refused, standing, account } = props;
  const { value: review } = read.kept;
  return (
    <Page
      frame={frame}
      title={`${refused ? '有错误：' : ''}${review.title}`}
      sub={reviewStateName[review.state]}
    >
      <Lead read={read} />
      <TextTally account={account} />
      <PlanDiff
        review={review}
        standing={standing}
        mayEnter={mayEnter}
        frame={frame}
        refused={refused}
      />
      {refused?.act === 'cut' ? <ErrorSummary act="cut" faults={refused.faults} /> : null}
      <div class="review">
        <div>
          <Narrow {...props} />
          {at.isPassed ? <PassedList {...props} /> : null}
          {at.isPassed ? null : mayAmend ? <AmendForm {...props} /> : <DraftsShown {...props} />}
          <Pages {...props} />
          <div class="side">
            <PublishBox {...props} />
          </div>
        </div>
        <TextPane {...props} />
      </div>
    </Page>
  );
};

const countIn = ({ drafts }: ReviewRead, view: DraftView, area: number | null): number =>
  drafts.filter(({ value }) => isInView(value, view, area)).length;

const Lead = ({ read }: { readonly read: ReviewRead }): JSX.Element => {
  const { file, year } = read.kept.value;
  return (
    <p class="lead">
      从“{file}”读出{year}年的 {read.drafts.length} 条新事项：已采纳{' '}
      {countIn(read, 'accepted', null)} 条，不采纳 {countIn(read, 'dropped', null)} 条，还有{' '}
      {countIn(read, 'open', null)} 条待定，其中 {countIn(read, 'questions', null)} 条有疑问、
      {countIn(read, 'units', null)} 条没有责任单位。
    </p>
  );
};

const Narrow = ({ read, at, account }: ReviewProps): JSX.Element => {
  const { value: review } = read.kept;
  const areas = [...new Set(read.drafts.map(({ value }) => value.draft.area))].toSorted(
    (a, b) => a - b,
  );
  const plan = { ...review, park: review.park };
  return (
    <form class="filter" method="get" action={`/plans/${review.id}`} data-auto>
      <nav class="tabs" aria-label="按情况筛选">
        {DraftView.options.map((view) => (
          <a
            href={draftAddress(review, { ...at, view, page: 1, isPassed: false })}
            aria-current={view === at.view && !at.isPassed ? 'true' : undefined}
          >
            {draftViewName[view]} {countIn(read, view, at.area)}
          </a>
        ))}
        <a
          href={draftAddress(review, { ...at, page: 1, isPassed: true })}
          aria-current={at.isPassed ? 'true' : undefined}
        >
          未列入 {passedSentences(account).length}
        </a>
      </nav>
      <input type="hidden" name="view" value={at.view} />
      <Choice name="area" label="工作" chosen={at.area?.toString()}>
        {areas.map((area) => [String(area), `${areaNumeral(area)} ${areaName(area, plan)}`])}
      </Choice>
      <button class="button" type="submit">
        筛选
      </button>
    </form>
  );
};

const Pages = (props: ReviewProps): JSX.Element | null => {
  const { read, at } = props;
  const all = at.isPassed ? passedSentences(props.account) : draftsInView(props);
  const last = Math.ceil(all.length / DRAFTS_A_PAGE);
  if (last <= 1) return null;
  return (
    <nav class="pager" aria-label="分页">
      {Array.from({ length: last }, (_, number) => number + 1).map((page) => (
        <a
          class="button small"
          href={draftAddress(read.kept.value, { ...at, page })}
          aria-current={page === at.page ? 'page' : undefined}
        >
          {page}
        </a>
      ))}
    </nav>
  );
};
