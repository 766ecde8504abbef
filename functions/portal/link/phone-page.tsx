import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Temporal } from 'temporal-polyfill';
import { dayWords, dueMark } from '../../domain/base/words.ts';
import type { FormItem } from '../../domain/papers/reporting-form.ts';
import type { Rules } from '../../domain/policy/hours.ts';
import { standing } from '../../domain/tasks/decisions.ts';
import { type Lamp, lampName } from '../../domain/tasks/lamp.ts';
import { rulingWords } from '../../domain/tasks/ruling-words.ts';
import { statedProgress, statusName, type Task } from '../../domain/tasks/task.ts';
import type { LinkItem, Valid } from '../../flows/tasks/open-link.ts';
import { type Refused, titlePrefix } from '../register/move-form.ts';
import { Said, Shape, Shell } from '../ui/phone-shell.tsx';
import { Answer, DoneOrNot } from './phone-answer.tsx';

/** An item of the link's message with its lamp. */
export type PhoneItem = LinkItem & { readonly lamp: Lamp };

/** Several items of one message: sign for all at once, or open one. */
export const PhoneListPage = ({
  opened,
  items,
  returns,
  said,
}: {
  readonly opened: Valid;
  readonly items: readonly PhoneItem[];
  /** What the message asked to be returned on its one form. */
  readonly returns: readonly FormItem[];
  readonly said: string | undefined;
}): JSX.Element => (
  <Shell opened={opened} title="签收与反馈">
    <Said said={said} items={items} />
    <div class="fb">
      <h1>{headingOf(opened)}</h1>
      <PassedOn opened={opened} />
      <ToForm opened={opened} returns={returns} />
      <Sign opened={opened} items={items} />
      <ul class="watch">
        {items.map(({ stored: { task }, lamp }) => (
          <li>
            <Shape colour={lamp.colour} />
            <a href={`/a/${opened.link.code}/${task.id}`}>{task.title}</a>
            <span class="d">
              {lampName[lamp.colour]}，{lamp.reason}，{statusName[task.status]}
            </span>
          </li>
        ))}
      </ul>
    </div>
  </Shell>
);

function headingOf({ items, passedOn }: Valid): string {
  if (items.length > 0) return `这条提醒${passedOn.length > 0 ? '还' : ''}有 ${items.length} 项`;
  return passedOn.length > 0 ? '这条提醒里的事项都已不由本岗位负责' : '这条提醒没有需要办理的事项';
}

/** Says that the message told more than its contact answers for now; what that is, is others' business. */
export const PassedOn = ({
  opened: { passedOn },
}: {
  readonly opened: Valid;
}): JSX.Element | null =>
  passedOn.length > 0 ? (
    <p>提醒里另有 {passedOn.length} 项已改由别的岗位负责，不在这里显示，也没有代为签收。</p>
  ) : null;

/** The way to the form on which all is returned at once. */
const ToForm = ({
  opened: { link },
  returns,
}: {
  readonly opened: Valid;
  readonly returns: readonly FormItem[];
}): JSX.Element | null => {
  const left = returns.filter(({ isAnswered }) => !isAnswered).length;
  return returns.length === 0 ? null : (
    <p>
      <a class="btn main" href={`/a/${link.code}/returns`}>
        {left > 0 ? `一张表反馈 ${returns.length} 项，还有 ${left} 项` : '反馈已交齐，看交了什么'}
      </a>
    </p>
  );
};

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
        <p class={`st ${colour}`}>
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
      {acts.has('report') ? (
        <Answer {...{ task, address, refused, acts, nonce, today }} />
      ) : (
        <p class="fb">这一项现在不用从这里办理。</p>
      )}
      <PassedOn opened={opened} />
      {items.length > 1 ? (
        <p class="fb">
          <a class="btn" href={`/a/${link.code}`}>
            这条提醒的全部 {items.length} 项
          </a>
        </p>
      ) : null}
    </Shell>
  );
};

/** What was decided about the item, with the reason, until its post acts. */
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
    {standing(task).map((ruling) => (
      <p class="fb">{rulingWords(ruling, today, rules)}</p>
    ))}
  </>
);

/** In place of an item that others are responsible for by now; nothing of it is shown. */
export const PassedOnPage = ({
  opened,
  said,
  isRefused,
}: {
  readonly opened: Valid;
  readonly said: string | undefined;
  /** Whether somebody just tried to answer it. */
  readonly isRefused: boolean;
}): JSX.Element => (
  <Shell opened={opened} title="已不由本岗位负责">
    <Said said={said} items={[]} />
    <div class="fb">
      <h1>这一项已不由本岗位负责</h1>
      {isRefused ? <p>刚才填写的没有记录。</p> : null}
      <p>它已改派，或改由别的岗位负责，不用从这里办理。有疑问请联系园区办。</p>
      <p>
        <a class="btn" href={`/a/${opened.link.code}`}>
          看这条提醒的其他事项
        </a>
      </p>
    </div>
  </Shell>
);

const Sign = ({
  opened: { link },
  items,
}: {
  readonly opened: Valid;
  readonly items: readonly PhoneItem[];
}): JSX.Element | null =>
  items.some(({ isUnsigned }) => isUnsigned) ? (
    <form class="ack" method="post" action={`/a/${link.code}/sign`}>
      <button class="btn main">{items.length > 1 ? '全部签收' : '签收'}</button>
    </form>
  ) : null;
