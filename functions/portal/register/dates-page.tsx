import type { JSX } from 'hono/jsx/jsx-runtime';
import { dueMark } from '../../domain/base/words.ts';
import type { TaskRow } from '../../domain/papers/board.ts';
import type { FieldFault } from '../http/forms.ts';
import type { Frame } from '../http/frame.ts';
import { bulkScript, datesScript } from '../ui/assets.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Input } from '../ui/input.tsx';
import { Page } from '../ui/page.tsx';
import { dayInTable } from '../ui/words.ts';
import type { DatesForm } from './dates-form.ts';

type Props = {
  readonly frame: Frame;
  readonly rows: readonly TaskRow[];
  /** Rows of the view that are not listed, because the page would be too long. */
  readonly left: number;
  readonly form: DatesForm;
  readonly faults: readonly FieldFault[];
};

/** Dates of many tasks as a column: one form, the sentence of the plan below each title. */
export const DatesPage = ({ frame, rows, left, form, faults }: Props): JSX.Element => (
  <Page
    frame={frame}
    title={`${faults.length > 0 ? '有错误：' : ''}核定期限`}
    sub={subOf(rows, left)}
  >
    {faults.length > 0 ? <ErrorSummary act="dates" faults={faults} title="还不能办" /> : null}
    {rows.length === 0 ? (
      <div class="empty">
        <b>没有要核定期限的事项</b>
        <p>
          <a href="/items">看任务清单</a>
        </p>
      </div>
    ) : (
      <form class="bulk-choice date-column" method="post" action="/items/dates" novalidate>
        <input type="hidden" name="view" value={form.view} />
        <Quick form={form} faults={faults} />
        <Column frame={frame} rows={rows} form={form} faults={faults} />
        <Input
          id="dates-why"
          field={{
            name: 'why',
            label: '原因（必填）',
            attributes: { maxlength: 500 },
            value: form.why,
          }}
          fault={faultOf(faults, 'why')}
        />
        <p class="decisions">
          <button class="button primary" type="submit" name="step" value="preview">
            预览
          </button>
          <a class="button" href="/items?due=unset">
            回到清单
          </a>
        </p>
        <script src={bulkScript.path} defer />
        <script src={datesScript.path} defer />
      </form>
    )}
  </Page>
);

const faultOf = (faults: readonly FieldFault[], name: string): string | undefined =>
  faults.find(({ field }) => field === name)?.message;

function subOf(rows: readonly TaskRow[], left: number): string {
  const targets = rows.filter(({ task }) => task.kind === 'target').length;
  const more = left > 0 ? `，另有 ${left} 项，这些保存以后再列` : '';
  return `${rows.length} 项${targets > 0 ? `，其中指标 ${targets} 项` : ''}${more}`;
}

/** One date for the rows that are ticked, or for all that are empty. */
const Quick = ({ form, faults }: Pick<Props, 'form' | 'faults'>): JSX.Element => (
  <div class="dates-quick">
    <Input
      id="dates-one"
      field={{
        name: 'one',
        label: '给勾选的填同一天',
        attributes: { autocomplete: 'off' },
        value: form.one,
      }}
      fault={faultOf(faults, 'one')}
    />
    <button class="button" type="submit" name="step" value="fill" data-fill="picked">
      填入勾选的
    </button>
    <button class="button" type="submit" name="step" value="fillAll" data-fill="empty">
      填入全部空行
    </button>
  </div>
);

const Column = ({ frame, rows, form, faults }: Omit<Props, 'left'>): JSX.Element => (
  <table class="register">
    <caption class="visually-hidden">期限待核定的事项</caption>
    <thead>
      <tr>
        <th class="pick-column" scope="col">
          <span class="visually-hidden">选择</span>
          <label class="pick" data-pick-all hidden>
            <span class="visually-hidden">选择全部</span>
            <input type="checkbox" />
          </label>
        </th>
        <th scope="col">事项和原文</th>
        <th class="unit-column" scope="col">
          责任单位
        </th>
        <th class="dates-column" scope="col">
          期限
        </th>
        <th class="due-column" scope="col">
          现期限
        </th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <Row row={row} frame={frame} form={form} fault={faultOf(faults, `due-${row.task.id}`)} />
      ))}
    </tbody>
  </table>
);

const Row = ({
  row: { task },
  frame,
  form,
  fault,
}: Pick<Props, 'frame' | 'form'> & {
  readonly row: TaskRow;
  readonly fault: string | undefined;
}): JSX.Element => (
  <tr class="row">
    <td class="pick-cell">
      <label class="pick">
        <span class="visually-hidden">选择 {task.title}</span>
        <input type="checkbox" name="pick" value={task.id} checked={form.picked.has(task.id)} />
      </label>
    </td>
    <td class="task-title">
      <a href={`/items/${task.id}`}>{task.title}</a>
      {task.quote === '' ? null : <span class="dates-quote">原文：{task.quote}</span>}
    </td>
    <td>{task.leadUnit}</td>
    <td>
      <input type="hidden" name="task" value={task.id} />
      <label class="visually-hidden" for={`dates-due-${task.id}`}>
        期限，{task.title}
      </label>
      <input
        class="dates-field"
        id={`dates-due-${task.id}`}
        name="due"
        value={form.dues.get(task.id) ?? ''}
        placeholder=" "
        autocomplete="off"
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault ? `dates-fault-${task.id}` : undefined}
      />
      {fault ? (
        <span class="fault" id={`dates-fault-${task.id}`}>
          {fault}
        </span>
      ) : null}
    </td>
    <td class="nowrap">
      {task.due ? dayInTable(task.due, frame.today) : '—'}
      {task.due ? (
        <span class={`due-mark ${task.duePrecision}`}>{dueMark[task.duePrecision]}</span>
      ) : null}
      <b class="unsaved">待保存</b>
    </td>
  </tr>
);
