import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Task } from '../../domain/tasks/task.ts';

/** Steps from the last progress, of which one is the likely answer. */
const steps = (progress: number): readonly number[] =>
  [0, 5, 10].map((step) => progress + step).filter((value) => value < 100);

/** One large choice of a form on a phone. */
export const Option = ({
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

/** How far the task is, in percent. */
export const Progress = ({
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
