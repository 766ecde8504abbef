import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Temporal } from 'temporal-polyfill';
import { dayWords, dueMark } from '../../domain/base/words.ts';
import type { Rules } from '../../domain/policy/hours.ts';
import { standingRulings } from '../../domain/tasks/decisions.ts';
import { lampName } from '../../domain/tasks/lamp.ts';
import { rulingWords } from '../../domain/tasks/ruling-words.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { statedProgress } from '../../domain/tasks/task-progress.ts';
import { statusName } from '../../domain/tasks/task-status.ts';
import { standingUrge, urgeWords } from '../../domain/tasks/urging.ts';
import type { Valid } from '../../flows/tasks/open-link.ts';
import { type Refused, titlePrefix } from '../register/move-form.ts';
import { Said, Shape, Shell } from '../ui/phone-shell.tsx';
import { DoneOrNot } from './done-or-not.tsx';
import { PassedOn } from './passed-on.tsx';
import { PhoneAnswer } from './phone-answer.tsx';
import type { PhoneItem } from './phone-item.ts';
import { PhoneSupport } from './phone-support.tsx';
import { Sign } from './sign.tsx';

function statusWords(task: Task): string {
  const progress = statedProgress(task);
  return `${statusName[task.status]}${progress === null ? '' : `，进度 ${progress}%`}`;
}

/** One item: where it stands, sign for it, report on it, ask for more time, say that it is another's. */
export const PhoneItemPage = ({
  opened,
  item,
  said,
  refused,
  nonce,
}: {
  readonly opened: Valid;
  readonly item: PhoneItem;
  readonly said: string | undefined;
  readonly refused: Refused | null;
  readonly nonce: string;
}): JSX.Element => {
  const { task } = item.stored;
  const acts: ReadonlySet<string> = new Set(item.acts);
  const { run, link, items } = opened;
  const today = run.now.toZonedDateTimeISO(run.rules.timeZone).toPlainDate();
  const address = `/a/${link.code}/${task.id}`;
  const { colour } = item.lamp;
  return (
    <Shell opened={opened} title={`${titlePrefix(refused)}${task.title}`}>
      <Said said={said} items={[item]} />
      <div class={`alert ${colour}`}>
        <p class={`alert-title ${colour}`}>
          <Shape colour={colour} />
          {lampName[colour]}，{item.lamp.reason}
        </p>
        <h1>{task.title}</h1>
      </div>
      <dl>
        {task.due ? (
          <>
            <dt>期限</dt>
            <dd>
              {dayWords(task.due, today)}〔{dueMark[task.duePrecision]}〕
            </dd>
          </>
        ) : null}
        <dt>状态</dt>
        <dd>{statusWords(task)}</dd>
        {task.lastReport?.note ? (
          <>
            <dt>上次反馈</dt>
            <dd>{task.lastReport.note}</dd>
          </>
        ) : null}
      </dl>
      <Decided task={task} today={today} rules={run.rules} />
      <Sign opened={opened} items={[item]} />
      {refused?.asksWhetherDone ? (
        <DoneOrNot address={address} fields={refused.fields} nonce={nonce} />
      ) : null}
      <Answer {...{ task, address, refused, acts, nonce, today }} />
      <PassedOn opened={opened} />
      {items.length > 1 ? (
        <p class="phone-body">
          <a class="button" href={`/a/${link.code}`}>
            这条提醒的全部 {items.length} 项
          </a>
        </p>
      ) : null}
    </Shell>
  );
};

/** The form of the owner or of a supporting unit, if there is anything to answer. */
const Answer = (answer: Parameters<typeof PhoneAnswer>[0]): JSX.Element => {
  if (answer.acts.has('report')) return <PhoneAnswer {...answer} />;
  if (answer.acts.has('support')) return <PhoneSupport {...answer} />;
  return <p class="phone-body">这一项现在不用从这里办理。</p>;
};

/** What was decided about the item and what the office urges, until its post acts. */
const Decided = ({
  task,
  today,
  rules,
}: {
  readonly task: Task;
  readonly today: Temporal.PlainDate;
  readonly rules: Rules;
}): JSX.Element => (
  <>
    {standingRulings(task).map((ruling) => (
      <p class="phone-body">{rulingWords(ruling, today, rules)}</p>
    ))}
    {[standingUrge(task)].map((urge) =>
      urge ? <p class="phone-body">{urgeWords(urge, today, rules)}</p> : null,
    )}
  </>
);
