import type { JSX } from 'hono/jsx/jsx-runtime';
import type { TaskRow } from '../../domain/papers/board.ts';
import { sourceKindName } from '../../domain/sources/source-kind.ts';
import { fullTitle } from '../../domain/tasks/node.ts';
import type { Origin } from '../../flows/sources/origin-of-task.ts';
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
  return (
    <Page frame={frame} title={`${titlePrefix(view.refused)}${fullTitle(task)}`} sub={task.id}>
      <div class="columns">
        <div>
          <TaskFacts frame={frame} view={view} />
          <NodesSection frame={frame} view={view} />
          <OriginOfTask task={task} origin={view.origin} mayOpenSource={view.mayOpenSource} />
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

const OriginOfTask = ({
  task,
  origin,
  mayOpenSource,
}: {
  readonly task: TaskRow['task'];
  readonly origin: Origin | null;
  readonly mayOpenSource: boolean;
}): JSX.Element => (
  <section class="source">
    <h2 class="section-title">原文出处</h2>
    {origin?.passage ? (
      <blockquote>
        <p>
          {origin.passage.before}
          <mark>{origin.passage.quote}</mark>
          {origin.passage.after}
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
    {origin ? <SourceLine {...origin} mayOpen={mayOpenSource} /> : null}
  </section>
);

/** `民生实事 · 《…》 · 〔2022〕3号 · 2022年3月4日`, as far as it is known. */
const SourceLine = ({
  source,
  isEarlier,
  mayOpen,
}: Origin & { readonly mayOpen: boolean }): JSX.Element => (
  <p class="muted">
    {[
      ...(source.kind === 'annualPlan' ? [] : [sourceKindName[source.kind]]),
      `《${source.title}》${isEarlier ? '（修订以前）' : ''}`,
      ...[source.documentNumber, source.from].filter((words) => words !== ''),
      ...(source.date ? [`${source.date.year}年${source.date.month}月${source.date.day}日`] : []),
    ].join(' · ')}
    {mayOpen ? (
      <>
        {' · '}
        <a href={`/sources/${source.id}`}>看这个来源</a>
      </>
    ) : null}
  </p>
);
