import type { JSX } from 'hono/jsx/jsx-runtime';
import { dayWords } from '../../domain/base/words.ts';
import type { TaskRow } from '../../domain/papers/board.ts';
import type { FieldFault } from '../http/forms.ts';
import type { Frame } from '../http/frame.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Page } from '../ui/page.tsx';
import { type NodeRowFields, nodeField } from './nodes-form.ts';

/** What the form of nodes shows. */
export type NodesView = {
  readonly row: TaskRow;
  readonly rows: readonly NodeRowFields[];
  readonly why: string;
  readonly faults: readonly FieldFault[];
  readonly units: readonly string[];
  readonly key: string;
};

/** The form on which the office enters the nodes of a work. */
export const NodesPage = ({
  frame,
  view,
}: {
  readonly frame: Frame;
  readonly view: NodesView;
}): JSX.Element => {
  const { task, version } = view.row;
  const title = `${view.faults.length > 0 ? '有错误：' : ''}分解节点：${task.title}`;
  return (
    <Page frame={frame} title={title} sub={task.id}>
      <p class="muted">
        {task.due ? `事项的期限是${dayWords(task.due, frame.today)}。` : '事项没有期限。'}
        名称留空的行不登记。节点登记后交办给责任单位的责任人，事项的进度改为按节点计算。
      </p>
      {view.faults.length > 0 ? <ErrorSummary act="n" faults={view.faults} /> : null}
      <form method="post" action={`/items/${task.id}/nodes`} novalidate>
        <input type="hidden" name="key" value={view.key} />
        <input type="hidden" name="version" value={String(version)} />
        <div class="scroll" role="region" aria-label="节点" tabindex={0}>
          <table class="records nodes-form">
            <thead>
              <tr>
                <th scope="col">名称</th>
                <th scope="col">期限</th>
                <th scope="col">责任单位</th>
                <th scope="col">权重（可不填）</th>
              </tr>
            </thead>
            <tbody>
              {view.rows.map((row, at) => (
                <NodeRow row={row} at={at} view={view} />
              ))}
            </tbody>
          </table>
        </div>
        <p class="field">
          <label for="n-why">说明（节点晚于事项期限时必填）</label>
          <input id="n-why" name="why" maxlength={500} value={view.why} />
        </p>
        <button class="button primary" data-busy="正在提交…" type="submit">
          登记节点
        </button>
      </form>
    </Page>
  );
};

const NodeRow = ({
  row,
  at,
  view: { units, faults },
}: {
  readonly row: NodeRowFields;
  readonly at: number;
  readonly view: NodesView;
}): JSX.Element => {
  const marks = (name: keyof NodeRowFields): Record<string, string> => {
    const field = nodeField(name, at);
    const isWrong = faults.some((fault) => fault.field === field);
    return {
      id: `n-${field}`,
      name: field,
      'aria-label': `第${at + 1}行${labels[name]}`,
      ...(isWrong && { 'aria-invalid': 'true' }),
    };
  };
  return (
    <tr>
      <td>
        <input {...marks('title')} value={row.title} maxlength={40} placeholder="名称" />
      </td>
      <td>
        <input {...marks('due')} type="date" value={row.due} />
      </td>
      <td>
        <select {...marks('unit')}>
          {units.map((unit) => (
            <option value={unit} selected={unit === row.unit}>
              {unit}
            </option>
          ))}
        </select>
      </td>
      <td>
        <input
          {...marks('weight')}
          type="number"
          min={1}
          max={100}
          value={row.weight}
          placeholder="权重"
        />
      </td>
    </tr>
  );
};

const labels: Readonly<Record<keyof NodeRowFields, string>> = {
  title: '名称',
  due: '期限',
  unit: '责任单位',
  weight: '权重',
};
