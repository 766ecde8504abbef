import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Temporal } from 'temporal-polyfill';
import type { Task } from '../../domain/tasks/task.ts';
import type { Refused } from '../register/move-form.ts';
import { WhetherDone } from '../register/whether-done.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';

/** Steps from the last progress, of which one is the likely answer. */
const steps = (progress: number): readonly number[] =>
  [0, 5, 10].map((step) => progress + step).filter((value) => value < 100);

/** The first day that a later date can be asked for. */
function firstLater({ due }: Task, today: Temporal.PlainDate): Temporal.PlainDate {
  const next = due?.add({ days: 1 });
  return next && next.since(today).sign > 0 ? next : today;
}

/** The form of an answer: how it stands, how far, until when, why. */
export const Answer = ({
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
      <Progress task={task} typed={typed('other')} />
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

/** The two ways on for a report of all that there is to do, with what was typed. */
export const DoneOrNot = ({
  address,
  fields: { why = '' },
  nonce,
}: {
  readonly address: string;
  readonly fields: Refused['fields'];
  readonly nonce: string;
}): JSX.Element => (
  <form class="phone-body" method="post" action={address}>
    <WhetherDone />
    <input type="hidden" name="key" value={nonce} />
    <input type="hidden" name="progress" value="100" />
    <input type="hidden" name="why" value={why} />
    <button class="button primary send" name="is" value="done">
      报办结
    </button>
    <button class="button send" name="still" value="yes">
      只反馈进度
    </button>
  </form>
);

const Option = ({
  name,
  value,
  id,
  isChosen,
  children,
}: {
  readonly name: string;
  readonly value: string;
  readonly id?: string;
  readonly isChosen: boolean;
  readonly children: Child;
}): JSX.Element => (
  <label class="option">
    <input type="radio" name={name} value={value} id={id} checked={isChosen} />
    <span>{children}</span>
  </label>
);

const Progress = ({
  task,
  typed,
}: {
  readonly task: Task;
  readonly typed: string;
}): JSX.Element => (
  <fieldset>
    <legend>
      完成到 <small>上次 {task.progress}%</small>
    </legend>
    <div class="options four">
      {steps(task.progress).map((value, at) => (
        <Option name="progress" value={String(value)} isChosen={at === 0}>
          {value}%
        </Option>
      ))}
      <label>
        <span class="visually-hidden">其他完成百分比</span>
        <input
          class="number-entry"
          id="p-progress"
          type="number"
          name="other"
          min="0"
          max="100"
          inputmode="numeric"
          placeholder="其他"
          value={typed}
        />
      </label>
    </div>
  </fieldset>
);
