import type { JSX } from 'hono/jsx/jsx-runtime';
import type { FieldFault } from '../http/forms.ts';
import { ErrorSummary } from './error-summary.tsx';
import { type Field, Input, Tick } from './input.tsx';

/** What was sent and not taken. */
export type NotTaken = {
  readonly fields: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
};

/** A form of some fields, with what is wrong in it above them and next to them. */
export const SimpleForm = ({
  name,
  action,
  hidden,
  fields,
  button,
  notTaken,
  isQuiet = false,
  isSummed = true,
}: {
  /** Begins the ids of its fields. */
  readonly name: string;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly fields: readonly Field[];
  readonly button: string;
  readonly notTaken: NotTaken | null;
  /** Whether it is one of several on its page, and not what the page is for. */
  readonly isQuiet?: boolean;
  /** Whether all that is wrong is told above it; a page of several forms tells it at its head. */
  readonly isSummed?: boolean;
}): JSX.Element => (
  <>
    {notTaken && isSummed ? <ErrorSummary act={name} faults={notTaken.faults} /> : null}
    <form method="post" action={action} novalidate>
      {Object.entries(hidden).map(([key, value]) => (
        <input type="hidden" name={key} value={value} />
      ))}
      {fields.map((field) => {
        const parts = {
          id: `${name}-${field.name}`,
          field: { ...field, value: notTaken?.fields[field.name] ?? field.value },
          fault: notTaken?.faults.find((fault) => fault.field === field.name)?.message,
        };
        return field.isTick ? <Tick {...parts} /> : <Input {...parts} />;
      })}
      <button class={isQuiet ? 'button' : 'button primary'} data-busy="正在提交…" type="submit">
        {button}
      </button>
    </form>
  </>
);

/** Who does it instead, for a viewer who may not; what such a viewer sent all the same is answered. */
export const NotYours = ({
  name,
  words,
  notTaken,
}: {
  readonly name: string;
  readonly words: string;
  readonly notTaken: NotTaken | null;
}): JSX.Element => (
  <>
    {notTaken ? <ErrorSummary act={name} faults={notTaken.faults} /> : null}
    <p class="muted nothing">{words}</p>
  </>
);
