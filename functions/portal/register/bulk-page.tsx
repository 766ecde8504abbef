import type { JSX } from 'hono/jsx/jsx-runtime';
import { bulkActName } from '../../domain/tasks/bulk-act.ts';
import type { BulkLine } from '../../flows/tasks/bulk.ts';
import type { FieldFault } from '../http/forms.ts';
import type { Frame } from '../http/frame.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Input, type Field as InputField, Tick } from '../ui/input.tsx';
import { Page } from '../ui/page.tsx';
import { BulkActs } from './bulk-bar.tsx';
import { type BulkForm, bulkMark } from './bulk-form.ts';
import { BulkLines } from './bulk-lines.tsx';
import { BulkBack, HeldLines, inTwo } from './bulk-parts.tsx';
import { BulkUndoForm } from './undo-forms.tsx';

type Props = {
  readonly frame: Frame;
  readonly form: BulkForm;
  readonly lines: readonly BulkLine[];
  readonly faults: readonly FieldFault[];
};

/** Names and values of hidden fields. */
export type Hidden = readonly (readonly [name: string, value: string])[];

/** First step: the tasks that are meant, and what the act needs to know. */
export const BulkFieldsPage = ({
  frame,
  form,
  lines,
  faults,
  fields,
}: Props & { readonly fields: readonly InputField[] }): JSX.Element => (
  <Page
    frame={frame}
    title={`${faults.length > 0 ? '有错误：' : ''}${titleOf(form)}`}
    sub={`${lines.length} 项`}
  >
    {faults.length > 0 ? <ErrorSummary act="bulk" faults={faults} title="还不能办" /> : null}
    <form class="bulk-form" method="post" action="/items/bulk" novalidate>
      <Carried form={form} lines={lines} />
      {form.act === null ? (
        <BulkActs chosen={null} />
      ) : (
        <input type="hidden" name="act" value={form.act} />
      )}
      {fields.map((field) => {
        const fault = faults.find(({ field: name }) => name === field.name)?.message;
        const parts = { id: `bulk-${field.name}`, fault };
        const value = field.isTick ? field.value : (form.fields[field.name] ?? field.value);
        return field.isTick ? (
          <Tick {...parts} field={field} />
        ) : (
          <Input {...parts} field={{ ...field, value }} />
        );
      })}
      <p class="decisions">
        {lines.length > 0 ? (
          <button
            class="button primary"
            type="submit"
            name="step"
            value={form.act === null ? 'fields' : 'preview'}
          >
            预览
          </button>
        ) : null}
        <BulkBack form={form} />
      </p>
    </form>
    {lines.length > 0 ? <BulkLines lines={lines} has={null} /> : null}
  </Page>
);

/** Second step: what changes for each task, and what cannot be done. Nothing has moved yet. */
export const BulkPreviewPage = ({
  frame,
  form,
  lines,
  entered,
  action,
  hidden,
}: Omit<Props, 'faults'> & {
  /** What was entered for all, in words. */
  readonly entered: string;
  readonly action: string;
  /** What the confirmation carries, of the lines that can be moved and of those that cannot. */
  readonly hidden: (free: readonly BulkLine[], held: readonly BulkLine[]) => Hidden;
}): JSX.Element => {
  const [free, held] = inTwo(lines);
  return (
    <Page frame={frame} title={`预览：${titleOf(form)}`} sub={`${free.length} 项`}>
      <p>
        {entered}
        {free.length > 0
          ? '还没有改动。确认以后，每一项各记一笔办理记录。'
          : '没有可以办理的事项。'}
      </p>
      <form class="bulk-form" method="post" action={action}>
        {hidden(free, held).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p class="decisions">
          {free.length > 0 ? (
            <button
              class="button primary"
              type="submit"
              name="step"
              value="make"
              data-busy="正在办理…"
            >
              确认{form.act === null ? '' : bulkActName[form.act]}这 {free.length} 项
            </button>
          ) : null}
          <button class="button" type="submit" name="step" value="fields">
            返回修改
          </button>
          <BulkBack form={form} />
        </p>
      </form>
      <HeldLines lines={held} title="不能办理" />
      {free.length > 0 ? <BulkLines lines={free} has="change" /> : null}
    </Page>
  );
};

/** Last step: what was done, and what was not and why. */
export const BulkDonePage = ({
  frame,
  form,
  lines,
  until,
}: Omit<Props, 'faults'> & {
  /** Time of day until which it can be taken back. */
  readonly until: string;
}): JSX.Element => {
  const [done, held] = inTwo(lines);
  return (
    <Page
      frame={frame}
      title={`${held.length > 0 ? '有的没有办成：' : '已办理：'}${titleOf(form)}`}
    >
      <p class="notice" role="status">
        已办理 {done.length} 项，每一项的办理记录里有一笔。
        {held.length > 0 ? `没有办成 ${held.length} 项，列在下面。` : ''}
      </p>
      {done.length > 0 ? (
        <BulkUndoForm
          batch={form.batch ?? ''}
          view={form.view}
          tasks={done.map(({ task }) => task)}
          until={until}
        />
      ) : null}
      <p>
        <BulkBack form={form} />
      </p>
      <HeldLines lines={held} title="没有办成" />
      {done.length > 0 ? <BulkLines lines={done} has="change" /> : null}
    </Page>
  );
};

const titleOf = ({ act }: BulkForm): string =>
  act === null ? '成批办理' : `成批${bulkActName[act]}`;

/** What goes on from step to step besides the fields of the act. */
const Carried = ({ form, lines }: Pick<Props, 'form' | 'lines'>): JSX.Element => (
  <>
    <input type="hidden" name="view" value={form.view} />
    <input type="hidden" name="batch" value={form.batch} />
    {lines.map(({ task, version }) => (
      <input type="hidden" name="task" value={bulkMark(task, version)} />
    ))}
  </>
);
