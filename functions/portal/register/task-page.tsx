import type { JSX } from 'hono/jsx/jsx-runtime';
import type { TaskRow } from '../../domain/papers/board.ts';
import { type Passage, type Plan, passageOf } from '../../domain/sources/plan.ts';
import { fullTitle } from '../../domain/tasks/node.ts';
import type { Frame } from '../http/frame.ts';
import { Page } from '../ui/page.tsx';
import { titlePrefix } from './move-form.ts';
import { MoveForms } from './move-forms.tsx';
import { NodesSection } from './nodes-section.tsx';
import { TaskFacts } from './task-facts.tsx';
import { TaskHistory, TaskProofs } from './task-history.tsx';
import type { TaskView } from './task-view.ts';

/** One task: where it comes from, how it stands and why, what was done, what can be done. */
export const TaskPage = ({
  frame,
  view,
}: {
  readonly frame: Frame;
  readonly view: TaskView;
}): JSX.Element => {
  const { task } = view.row;
  const passage = view.plan && passageOf(view.plan, task.quote);
  return (
    <Page frame={frame} title={`${titlePrefix(view.refused)}${fullTitle(task)}`} sub={task.id}>
      <div class="columns">
        <div>
          <TaskFacts frame={frame} view={view} />
          <NodesSection frame={frame} view={view} />
          <Source task={task} plan={view.plan} passage={passage ?? undefined} />
          <TaskHistory frame={frame} view={view} />
          <TaskProofs frame={frame} view={view} />
        </div>
        <div class="side">
          <MoveForms view={view} />
        </div>
      </div>
    </Page>
  );
};

const Source = ({
  task,
  plan,
  passage,
}: {
  readonly task: TaskRow['task'];
  readonly plan: Plan | null;
  readonly passage: Passage | undefined;
}): JSX.Element => (
  <section class="source">
    <h2 class="section-title">原文出处</h2>
    {passage ? (
      <blockquote>
        <p>
          {passage.before}
          <mark>{passage.quote}</mark>
          {passage.after}
        </p>
      </blockquote>
    ) : task.quote ? (
      <blockquote>
        <p>
          <mark>{task.quote}</mark>
        </p>
      </blockquote>
    ) : (
      <p class="muted nothing">登记时没有录入原文。</p>
    )}
    {plan ? <p class="muted">《{plan.title}》</p> : null}
  </section>
);
