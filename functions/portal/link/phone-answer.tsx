import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Temporal } from 'temporal-polyfill';
import type { Task } from '../../domain/tasks/task.ts';
import type { Refused } from '../register/move-form.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Option, Progress } from './progress-options.tsx';

/** The first day that a later date can be asked for. */
function firstLater({ due }: Task, today: Temporal.PlainDate): Temporal.PlainDate {
  const next = due?.add({ days: 1 });
  return next && next.since(today).sign > 0 ? next : today;
}

/** The form of an answer: how it stands, how far, until when, why. */
export const PhoneAnswer = ({
  task,
  address,
  refused,
  acts,
  nonce,
  today,
}: {
  readonly task: Task;
  readonly address: string;
  readonly refused: Refused | null;
  readonly acts: ReadonlySet<string>;
  readonly nonce: string;
  readonly today: Temporal.PlainDate;
}): JSX.Element => {
  const typed = (name: string): string => refused?.fields[name] ?? '';
  return (
    <form class="phone-body" method="post" action={address}>
      <h2>
        报进展<small>提交即视为签收</small>
      </h2>
      {refused && refused.faults.length > 0 ? <ErrorSummary {...refused} act="p" /> : null}
      <input type="hidden" name="key" value={nonce} />
      <fieldset>
        <legend class="visually-hidden">当前情况</legend>
        <div class="options">
          <Option name="is" value="ok" isChosen={typed('is') === 'ok' || !refused}>
            推进中
          </Option>
          <Option name="is" value="late" id="is-late" isChosen={typed('is') === 'late'}>
            要延期
          </Option>
          <Option name="is" value="done" isChosen={typed('is') === 'done'}>
            已完成
          </Option>
        </div>
      </fieldset>
      {task.work ? (
        <p class="muted">进度按节点计算，请在节点上反馈；这里填写说明。</p>
      ) : (
        <Progress task={task} typed={typed('other')} />
      )}
      {acts.has('requestExtension') ? (
        <div class="if-late">
          <label class="label" for="p-due">
            希望延到
          </label>
          <input
            id="p-due"
            type="date"
            name="due"
            min={firstLater(task, today).toString()}
            value={typed('due')}
          />
        </div>
      ) : null}
      <label class="label" for="p-why">
        说明 <small>延期和“不是我负责”须写</small>
      </label>
      <textarea id="p-why" name="why" maxlength={200}>
        {typed('why')}
      </textarea>
      <button class="button primary send">提交</button>
      {acts.has('disown') ? (
        <button class="button send" name="is" value="notMine">
          不是我负责
        </button>
      ) : null}
    </form>
  );
};
