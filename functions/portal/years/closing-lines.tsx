import type { JSX } from 'hono/jsx/jsx-runtime';
import { Temporal } from 'temporal-polyfill';
import { dayWords, dueMark } from '../../domain/base/words.ts';
import { fullTitle } from '../../domain/tasks/node.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { ClosingLine } from '../../domain/years/closing-line.ts';
import type { FieldFault } from '../http/forms.ts';
import type { Frame } from '../http/frame.ts';
import { dayInTable } from '../ui/words.ts';
import { ChoiceFields } from './choice-fields.tsx';
import type { ClosingForm } from './closing-form.ts';

/** What the rows of the form are drawn from. */
export type LinesProps = {
  readonly frame: Frame;
  readonly lines: readonly ClosingLine[];
  readonly form: ClosingForm;
  readonly faults: readonly FieldFault[];
  /** Units a task can be handed to. */
  readonly units: readonly string[];
};

/** Works that have to be decided, each with what it can be decided with. */
export const ClosingLines = ({
  title,
  note,
  ...props
}: LinesProps & { readonly title: string; readonly note?: string }): JSX.Element | null =>
  props.lines.length === 0 ? null : (
    <table class="records closing-lines">
      <caption>
        {title} {props.lines.length} 项{note === undefined ? null : <small>{note}</small>}
      </caption>
      <thead>
        <tr>
          <th class="pick-column" scope="col">
            <span class="visually-hidden">勾选</span>
          </th>
          <th scope="col">事项</th>
          <th class="unit-column" scope="col">
            责任单位
          </th>
          <th class="due-column" scope="col">
            原定期限
          </th>
          <th class="choice-column" scope="col">
            怎么定，日期，原因或佐证
          </th>
        </tr>
      </thead>
      <tbody>
        {props.lines.map((line) => (
          <Line line={line} {...props} />
        ))}
      </tbody>
    </table>
  );

const Line = ({
  line,
  frame,
  form,
  faults,
  units,
}: Omit<LinesProps, 'lines'> & { readonly line: ClosingLine }): JSX.Element => {
  const { task, version, choices, kind } = line;
  const title = fullTitle(task);
  return (
    <tr>
      <td class="pick-cell">
        {kind === 'open' ? (
          <label class="pick">
            <span class="visually-hidden">选择 {title}</span>
            <input type="checkbox" name="pick" value={task.id} checked={form.picked.has(task.id)} />
          </label>
        ) : null}
      </td>
      <th scope="row">
        <a href={`/items/${task.id}`}>{title}</a>
        <small>{standingWords(line, frame)}</small>
      </th>
      <td data-of="责任单位">{task.leadUnit}</td>
      <td data-of="原定期限">
        <span class="nowrap">
          {task.originalDue ? dayInTable(task.originalDue, yearEnd(task)) : '没有期限'}
        </span>
        <OtherDue task={task} />
      </td>
      <td>
        {choices.length === 0 ? (
          <a class="button" href={`/items/${task.id}`}>
            {kind === 'waitsForVerification' ? '去核验' : '去答复'}
            <span class="visually-hidden">{title}</span>
          </a>
        ) : (
          <>
            <input type="hidden" name={`seen-${task.id}`} value={String(version)} />
            <ChoiceFields
              of={`-${task.id}`}
              name={title}
              choices={choices}
              said={form.said.get(task.id) ?? proposed(line)}
              units={units}
              faults={faults}
            />
          </>
        )}
      </td>
    </tr>
  );
};

/** The date that was asked for, or its own that lies ahead. */
const proposed = ({
  task,
  aheadDue,
}: ClosingLine): NonNullable<ReturnType<ClosingForm['said']['get']>> => ({
  choice: '',
  to: (task.request?.due ?? aheadDue)?.toString() ?? '',
  unit: '',
  words: '',
});

/** Days of the year that is closed need not name it. */
const yearEnd = ({ plan }: Task): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year: plan, month: 12, day: 31 });

/** Its present date, where that is not the original one. */
const OtherDue = ({ task }: { readonly task: Task }): JSX.Element | null => {
  const { due, originalDue, duePrecision } = task;
  if (due === null || originalDue === null) return null;
  return due.equals(originalDue) ? (
    <span class={`due-mark ${duePrecision}`}>{dueMark[duePrecision]}</span>
  ) : (
    <small>现期限 {dayInTable(due, yearEnd(task))}</small>
  );
};

/** Why the line is there. */
function standingWords({ kind, task }: ClosingLine, { today, timeZone }: Frame): string {
  const { request, disowned, doneOn, evidence, progress, lastReport } = task;
  const on = (at: NonNullable<typeof lastReport>['at']): string =>
    dayWords(at.toZonedDateTimeISO(timeZone).toPlainDate(), today);
  if (kind === 'waitsForVerification') {
    const day = doneOn === null ? '' : `${dayWords(doneOn, today)}办成，`;
    return `${day}已报办结，佐证${evidence.length}件`;
  }
  if (kind === 'extensionAsked' && request) {
    return `${on(request.at)}申请延到${dayWords(request.due, today)}：${request.why}`;
  }
  if (kind === 'disputed' && disowned) {
    return `${on(disowned.at)}提出不属本岗位：${disowned.why}`;
  }
  if (!lastReport) return '没有反馈过';
  return `进度${progress}%，${on(lastReport.at)}：${lastReport.note}`;
}
