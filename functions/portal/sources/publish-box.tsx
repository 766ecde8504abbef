import type { JSX } from 'hono/jsx/jsx-runtime';
import { isInView } from '../../domain/sources/draft-view.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import type { ReviewProps } from './review-view.ts';

/** Publishes a plan, continues publishing it, or drops it. */
export const PublishBox = (props: ReviewProps): JSX.Element => {
  const { state } = props.read.kept.value;
  if (!props.mayEnter) return <Box words="由园区办核对和发布。" refused={props.refused} />;
  if (state === 'open') return <Begin {...props} />;
  if (state === 'publishing') return <GoOn {...props} />;
  if (props.undo !== null) return <Published {...props} />;
  const published = '已发布，登记的事项在清单里。';
  const words = state === 'published' ? published : '已放弃，没有登记任何事项。';
  return <Box words={words} refused={props.refused} />;
};

/** What is published, for as long as it can be taken back, or while its taking back is unfinished. */
const Published = ({ read, refused, undo }: ReviewProps): JSX.Element => {
  const { id, state } = read.kept.value;
  const isBegun = state === 'takingBack';
  return (
    <Box
      words={isBegun ? '撤回还没有办完，请继续。' : '已发布，登记的事项在清单里。'}
      refused={refused}
    >
      <form class="undo" method="post" action={`/plans/${id}/undo`}>
        <p>
          {isBegun ? '' : `可在 ${undo ?? ''} 前撤回发布。`}
          登记的事项退出清单，草稿和编号都保留；之后有人办过的事项不动。
        </p>
        <button class="button" data-busy="正在撤回…" type="submit">
          {isBegun ? '继续撤回' : '撤回发布'}
        </button>
      </form>
    </Box>
  );
};

const Box = ({
  words,
  refused,
  children,
}: Pick<ReviewProps, 'refused'> & {
  readonly words: string;
  readonly children?: JSX.Element;
}): JSX.Element => (
  <section>
    <h2>发布</h2>
    {refused ? <ErrorSummary act="publish" faults={refused.faults} /> : null}
    <p class="muted nothing">{words}</p>
    {children}
    <p>
      <a href="/items">任务清单</a>，<a href="/plans">全部计划</a>
    </p>
  </section>
);

const count = ({ read }: ReviewProps, view: 'open' | 'accepted' | 'dropped'): number =>
  read.drafts.filter(({ value }) => isInView(value, view, null)).length;

const Begin = (props: ReviewProps): JSX.Element => {
  const { id } = props.read.kept.value;
  const open = count(props, 'open');
  return (
    <section>
      <h2>发布</h2>
      {props.refused?.act === 'publish' ? (
        <ErrorSummary act="publish" faults={props.refused.faults} />
      ) : null}
      {open > 0 ? (
        <p class="muted nothing">
          还有 {open} 条没有决定。逐条采纳或不采纳以后，在这里发布；没有新事项要登记的，可以放弃。
        </p>
      ) : (
        <form method="post" action={`/plans/${id}/publish`}>
          <p>
            登记 {count(props, 'accepted')} 项，不采纳 {count(props, 'dropped')} 条。
          </p>
          <p class="choices" role="radiogroup" aria-label="怎样开始">
            <label>
              <input type="radio" name="begins" value="assigned" checked /> 新交办，请责任人签收
            </label>
            <label>
              <input type="radio" name="begins" value="inHand" /> 已在推进，不另行通知
            </label>
          </p>
          <label class="tick-field">
            <input type="checkbox" name="sure" value="yes" id="publish-sure" required />{' '}
            已核对，确认发布
          </label>
          <button class="button primary" data-busy="正在登记…" type="submit">
            发布
          </button>
        </form>
      )}
      <details class="disclosure">
        <summary>放弃这份计划</summary>
        <form method="post" action={`/plans/${id}/drop`}>
          <p class="muted">草稿作废，登记表不变。可以重新上传。</p>
          <label class="tick-field">
            <input type="checkbox" name="sure" value="yes" required /> 确认放弃
          </label>
          <button class="button" type="submit">
            放弃
          </button>
        </form>
      </details>
    </section>
  );
};

/** A press registers a part; a page with scripts presses by itself, until something is refused. */
const GoOn = (props: ReviewProps): JSX.Element => {
  const all = count(props, 'accepted');
  const { registered, refused } = props;
  return (
    <section>
      <h2>正在发布</h2>
      {refused ? <ErrorSummary act="publish" faults={refused.faults} /> : null}
      <p role="status">
        已登记 {registered} 项，共 {all} 项。
      </p>
      <progress max={all} value={registered} aria-label="发布进度" />
      <form
        method="post"
        action={`/plans/${props.read.kept.value.id}/publish`}
        data-go-on={refused ? undefined : ''}
      >
        <input type="hidden" name="sure" value="yes" />
        <button class="button primary" data-busy="正在登记…" type="submit">
          继续发布
        </button>
      </form>
      <form method="post" action={`/plans/${props.read.kept.value.id}/reopen`}>
        <button class="button" type="submit">
          回到核对
        </button>
      </form>
    </section>
  );
};
