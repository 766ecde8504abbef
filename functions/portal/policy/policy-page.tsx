import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Temporal } from 'temporal-polyfill';
import type { Frame } from '../http/frame.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Page } from '../ui/page.tsx';
import { PolicyFieldsets } from './fields.tsx';
import { Fault, type Filled } from './inputs.tsx';

/** The form that a policy is written in. It saves nothing: what it would do is shown first. */
export const PolicyPage = ({
  frame,
  filled,
  earliest,
  based,
}: {
  readonly frame: Frame;
  readonly filled: Filled;
  /** The first day that it may hold from. */
  readonly earliest: Temporal.PlainDate;
  /** The version that it began with, in words. */
  readonly based: string;
}): JSX.Element => {
  const { fields, faults } = filled;
  return (
    <Page
      frame={frame}
      title={`${faults.length > 0 ? '有错误：' : ''}修改督办规则`}
      sub={based}
      tools={
        <nav class="tools" aria-label="设置">
          <a class="button" href="/settings">
            不改了，回设置
          </a>
        </nav>
      }
    >
      {faults.length > 0 ? <ErrorSummary act="policy" faults={faults} /> : null}
      <p class="muted">这里只是试算，看清会新增、取消、改期哪些提醒以后，再决定是否采用。</p>
      <form class="policy" method="post" action="/settings/policy/rehearsal" novalidate>
        <input type="hidden" name="seen" value={fields['seen'] ?? ''} />
        <input type="hidden" name="base" value={fields['base'] ?? ''} />
        <PolicyFieldsets filled={filled} />
        <fieldset class="rule-group">
          <legend>起用日期</legend>
          <div class="rule">
            <label class="inline-field">
              从
              <input
                type="date"
                id="policy-from"
                name="from"
                min={earliest.toString()}
                value={fields['from'] ?? earliest.toString()}
              />
              起执行，此前已发的提醒不变
            </label>
            <Fault name="from" filled={filled} />
          </div>
        </fieldset>
        <p class="actions">
          <button class="button primary" data-busy="正在试算…" type="submit">
            试算
          </button>
        </p>
      </form>
    </Page>
  );
};
