import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateTimeWords, dayWords, dueMark } from '../../domain/base/words.ts';
import { areaName } from '../../domain/sources/plan.ts';
import { type Lamp, lampName } from '../../domain/tasks/lamp.ts';
import { statedProgress, statusName, type Task } from '../../domain/tasks/task.ts';
import { timelinessWords } from '../../domain/tasks/timeliness.ts';
import type { Frame } from '../http/frame.ts';
import type { TaskView } from '../register/task-view.ts';
import { LampMark } from './lamp.tsx';

/** How a task stands: its lamp with the reason, its dates, what was last said of it. */
export const Facts = ({
  frame,
  view: { row, plan, handOver },
}: {
  readonly frame: Frame;
  readonly view: TaskView;
}): JSX.Element => {
  const { task } = row;
  const { today } = frame;
  const progress = statedProgress(task);
  return (
    <>
      <ul>
        {row.lamps.map((each) => (
          <LampLine lamp={each} />
        ))}
      </ul>
      <dl class="facts">
        <Fact name="状态">{statusName[task.status]}</Fact>
        <Fact name="责任单位">{task.leadUnit}</Fact>
        {handOver === null ? null : <Fact name="交办通知">{handOver}</Fact>}
        <Fact name="期限">
          {task.due
            ? `${dayWords(task.due, today)}〔${dueMark[task.duePrecision]}〕`
            : '没有期限，长期推进'}
        </Fact>
        <OriginalDue task={task} frame={frame} />
        {progress === null ? null : <Fact name="进度">{`${progress}%`}</Fact>}
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
        <Fact name="所属工作">
          <a href={`/items?area=${task.area}`}>{areaName(task.area, plan)}</a>
        </Fact>
      </dl>
    </>
  );
};

const axisName: Readonly<Record<Lamp['axis'], string>> = {
  time: '期限',
  pace: '序时进度',
  reporting: '月度反馈',
};

/** One axis: its lamp, the reason, what would turn it green, and the rule that decided. */
export const LampLine = ({ lamp }: { readonly lamp: Lamp }): JSX.Element => (
  <li class={`state ${lamp.colour}`}>
    <LampMark colour={lamp.colour} words={`${axisName[lamp.axis]}${lampWord[lamp.colour]}`} />
    <span>
      {lamp.reason}。{lamp.toGreen ? `${lamp.toGreen}后转为绿灯。` : ''}
    </span>
    <small class="mut">
      规则 {lamp.rule}，第 {lamp.policyVersion} 版
    </small>
  </li>
);

/** The lamps' words where the axis stands before them. */
const lampWord: typeof lampName = { ...lampName, none: '不亮灯' };

export const Fact = ({
  name,
  children,
}: {
  readonly name: string;
  readonly children: Child;
}): JSX.Element => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

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
