import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateTimeWords, dayWords, dueMark } from '../../domain/base/words.ts';
import { placeKey, placeName, sourceTitles } from '../../domain/sources/place.ts';
import { otherWords } from '../../domain/tasks/dependency.ts';
import { actName } from '../../domain/tasks/move.ts';
import { mayRead } from '../../domain/tasks/read-permissions.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { statedProgress } from '../../domain/tasks/task-progress.ts';
import { termChanges, termName } from '../../domain/tasks/term-changes.ts';
import { timelinessWords } from '../../domain/tasks/timeliness.ts';
import type { Frame } from '../http/frame.ts';
import { Fact, LampLine } from '../ui/facts.tsx';
import { statusWordsOf } from './node-words.ts';
import type { TaskView } from './task-view.ts';

/** How a task stands: its lamp with the reason, its dates, what was last said of it. */
export const TaskFacts = ({
  frame,
  view,
}: {
  readonly frame: Frame;
  readonly view: TaskView;
}): JSX.Element => {
  const { row, sources, handOver } = view;
  const { task } = row;
  const { today } = frame;
  return (
    <>
      <ul>
        {row.lamps.map((each) => (
          <LampLine lamp={each} />
        ))}
      </ul>
      <dl class="facts">
        <Fact name="状态">{statusWordsOf(task)}</Fact>
        {task.nodeOf ? (
          <Fact name="所属事项">
            <a href={`/items/${task.nodeOf.task}`}>{task.nodeOf.title}</a>
          </Fact>
        ) : null}
        <Fact name="责任单位">{task.leadUnit}</Fact>
        <Support view={view} frame={frame} />
        {handOver === null ? null : <Fact name="交办通知">{handOver}</Fact>}
        <Fact name="期限">
          {task.due
            ? `${dayWords(task.due, today)}〔${dueMark[task.duePrecision]}〕`
            : '没有期限，长期推进'}
        </Fact>
        <OriginalDue task={task} frame={frame} />
        {task.alsoFrom.length === 0 ? null : (
          <Fact name="同时出自">
            {sourceTitles(task, sources)}
            {view.acts.includes('amend') ? <SplitForms task={task} /> : null}
          </Fact>
        )}
        <OriginalTermsFact view={view} />
        <Others name="等待" tasks={view.waits} frame={frame} />
        <Others name="牵连" tasks={view.moves} frame={frame} />
        <Progress task={task} />
        <Pending task={task} frame={frame} />
        {task.evidence.length > 0 ? (
          <Fact name="佐证">
            {task.evidence.map((address) => (
              <a href={address} rel="noreferrer">
                {address}
              </a>
            ))}
          </Fact>
        ) : null}
        {task.answers === undefined ? (
          <Fact name="所属工作">
            <a href={`/items?area=${placeKey(task)}`}>{placeName(task, sources)}</a>
          </Fact>
        ) : null}
      </dl>
    </>
  );
};

/** The supporting units, and what one of them reported last. */
const Support = ({
  view: { row, history, postOf },
  frame: { timeZone },
}: {
  readonly view: TaskView;
  readonly frame: Frame;
}): JSX.Element | null => {
  const { supportingUnits } = row.task;
  if (supportingUnits.length === 0) return null;
  const last = history.findLast(({ what }) => what === actName.support);
  return (
    <>
      <Fact name="配合单位">{supportingUnits.join('、')}</Fact>
      {last ? (
        <Fact name="配合反馈">
          {`${dateTimeWords(last.at, timeZone)}，${last.names?.own.post ?? postOf(last.by)}：${last.why}`}
        </Fact>
      ) : null}
    </>
  );
};

/** Tasks before or after this one, each with its unit and date. */
const Others = ({
  name,
  tasks,
  frame: { today, rules, viewer },
}: {
  readonly name: string;
  readonly tasks: readonly Task[];
  readonly frame: Frame;
}): JSX.Element | null =>
  tasks.length === 0 ? null : (
    <Fact name={name}>
      {tasks.map((task) => {
        const words = otherWords(task, today, rules);
        return mayRead(viewer, task) ? <a href={`/items/${task.id}`}>{words}</a> : words;
      })}
    </Fact>
  );

const Progress = ({ task }: { readonly task: Task }): JSX.Element | null => {
  const progress = statedProgress(task);
  return progress === null ? null : (
    <Fact name="进度">{`${progress}%${task.work ? '（按节点权重计算）' : ''}`}</Fact>
  );
};

const OriginalDue = ({
  task,
  frame: { today, timeZone },
}: {
  readonly task: Task;
  readonly frame: Frame;
}): JSX.Element | null => {
  const { originalDue, due } = task;
  if (originalDue === null || due === null || originalDue.equals(due)) return null;
  return (
    <Fact name="原定期限">
      {`${dayWords(originalDue, today)}，${timelinessWords(task, today, timeZone)}`}
    </Fact>
  );
};

/** A button for each promise of another source, which makes it a task of its own. */
const SplitForms = ({ task: { id, alsoFrom } }: { readonly task: Task }): JSX.Element => (
  <>
    {alsoFrom.map((joined) => (
      <form method="post" action={`/items/${id}/split`}>
        <input type="hidden" name="promise" value={joined.id} />
        <button class="button small" type="submit">
          {`拆分 ${joined.id}`}
        </button>
      </form>
    ))}
  </>
);

/** What else it was registered with, as far as that was amended. */
const OriginalTermsFact = ({
  view: { row, sources },
}: {
  readonly view: TaskView;
}): JSX.Element | null => {
  const { task } = row;
  if (task.original === undefined) return null;
  const { at: _, ...terms } = task.original;
  const { areaSource: __, ...unplaced } = task;
  const changes = termChanges({ ...unplaced, ...terms }, task, {
    place: (each) => placeName(each, sources),
    sources: (each) => sourceTitles(each, sources),
  });
  if (changes.length === 0) return null;
  return (
    <Fact name="原登记">
      {changes.map(({ term, from }) => `${termName[term]}：${from}`).join('；')}
    </Fact>
  );
};

/** What the owner said last, and what waits for the office. */
const Pending = ({
  task,
  frame: { today, timeZone },
}: {
  readonly task: Task;
  readonly frame: Frame;
}): JSX.Element => (
  <>
    {task.lastReport ? (
      <Fact name="最近反馈">
        {`${dateTimeWords(task.lastReport.at, timeZone)}：${task.lastReport.note || '没有写说明'}`}
      </Fact>
    ) : null}
    {task.request ? (
      <Fact name="延期申请">
        {`申请延到${dayWords(task.request.due, today)}，原因：${task.request.why}；等待园区办批复`}
      </Fact>
    ) : null}
    {task.disowned ? (
      <Fact name="责任异议">{`${task.disowned.why}；等待园区办改派或维持`}</Fact>
    ) : null}
  </>
);
