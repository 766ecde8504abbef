import type { JSX } from 'hono/jsx/jsx-runtime';

/** Asks whether what is reported as all done is to be handed in, above the form that reported it. */
export const WhetherDone = (): JSX.Element => (
  <div class="question" role="alert" tabindex={-1}>
    <h2>完成到 100%，要报办结吗？</h2>
    <p>报办结以后由园区办核验；只反馈进度的，办成以后还须另报办结。</p>
  </div>
);
