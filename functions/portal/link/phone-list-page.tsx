import type { JSX } from 'hono/jsx/jsx-runtime';
import type { FormItem } from '../../domain/papers/reporting-form.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { lampName } from '../../domain/tasks/lamp.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { statusName } from '../../domain/tasks/task-status.ts';
import { standingUrge, urgeWords } from '../../domain/tasks/urging.ts';
import type { Valid } from '../../flows/tasks/open-link.ts';
import { Said, Shape, Shell } from '../ui/phone-shell.tsx';
import { PassedOn } from './passed-on.tsx';
import type { PhoneItem } from './phone-item.ts';
import { Sign } from './sign.tsx';

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
    <div class="phone-body">
      <h1>{headingOf(opened)}</h1>
      <PassedOn opened={opened} />
      <ToForm opened={opened} returns={returns} />
      <Sign opened={opened} items={items} />
      <ul class="watch-list">
        {items.map(({ stored: { task }, lamp }) => (
          <li>
            <Shape colour={lamp.colour} />
            <a href={`/a/${opened.link.code}/${task.id}`}>{task.title}</a>
            <span class="detail">
              {lampName[lamp.colour]}，{lamp.reason}，{statusName[task.status]}
              <Urged opened={opened} task={task} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  </Shell>
);

/** What the office urges, until the post reports. */
const Urged = ({
  opened: { run },
  task,
}: {
  readonly opened: Valid;
  readonly task: Task;
}): JSX.Element | null => {
  const urge = standingUrge(task);
  return urge ? <b>{urgeWords(urge, localDay(run.now, run.rules), run.rules)}</b> : null;
};

function headingOf({ items, passedOn }: Valid): string {
  if (items.length > 0) return `这条提醒${passedOn.length > 0 ? '还' : ''}有 ${items.length} 项`;
  return passedOn.length > 0 ? '这条提醒里的事项都已不由本岗位负责' : '这条提醒没有需要办理的事项';
}

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
      <a class="button primary" href={`/a/${link.code}/returns`}>
        {left > 0 ? `一张表反馈 ${returns.length} 项，还有 ${left} 项` : '反馈已交齐，看交了什么'}
      </a>
    </p>
  );
};
