import type { JSX } from 'hono/jsx/jsx-runtime';
import type { FieldFault } from '../http/forms.ts';
import { type Field, Input } from '../ui/input.tsx';

/** What a form of a new item says so far, and what is wrong with it. */
export type FilledItem = {
  readonly fields: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
};

/** Kinds of sources that an item is entered with, and the fields of each. */
const sources: readonly {
  readonly kind: string;
  readonly name: string;
  readonly lead: string;
  readonly fields: readonly Field[];
}[] = [
  {
    kind: 'instruction',
    name: '领导批示',
    lead: '来源是领导批示的，填这三格',
    fields: [
      { name: 'by', label: '谁批示', attributes: { maxlength: 60 } },
      { name: 'on', label: '批示日期', attributes: { type: 'date' } },
      { name: 'words', label: '批示原话', attributes: { maxlength: 2000 } },
    ],
  },
  {
    kind: 'meeting',
    name: '会议议定',
    lead: '来源是会议的，填这三格',
    fields: [
      { name: 'meeting', label: '会议名称', attributes: { maxlength: 60 } },
      { name: 'minutes', label: '第几次，或纪要编号', attributes: { maxlength: 60 } },
      { name: 'met', label: '会议日期', attributes: { type: 'date' } },
    ],
  },
  {
    kind: 'superior',
    name: '上级交办',
    lead: '来源是上级的，填这三格',
    fields: [
      { name: 'office', label: '来文单位', attributes: { maxlength: 60 } },
      { name: 'paper', label: '文号', attributes: { maxlength: 60 } },
      { name: 'received', label: '来文日期', attributes: { type: 'date' } },
    ],
  },
  { kind: 'hand', name: '都不是', lead: '', fields: [] },
];

/** One field of the form. */
export const ItemInput = ({
  field,
  filled,
}: {
  readonly field: Field;
  readonly filled: FilledItem;
}): JSX.Element => (
  <Input
    id={`item-${field.name}`}
    field={{ ...field, value: filled.fields[field.name] }}
    fault={filled.faults.find((fault) => fault.field === field.name)?.message}
  />
);

/** The choice of the source, and the fields of each kind; those that were not chosen are hidden. */
export const SourceChoice = ({ filled }: { readonly filled: FilledItem }): JSX.Element => {
  const chosen = filled.fields['from'] ?? 'hand';
  return (
    <>
      <fieldset class="picks">
        <legend>来源</legend>
        {sources.map(({ kind, name }) => (
          <label>
            <input type="radio" name="from" value={kind} checked={kind === chosen} /> {name}
          </label>
        ))}
      </fieldset>
      {sources.map(({ kind, lead, fields }) =>
        fields.length === 0 ? null : (
          <div class="fields-of" data-of={kind}>
            <p class="muted">{lead}</p>
            {fields.map((field) => (
              <ItemInput field={field} filled={filled} />
            ))}
          </div>
        ),
      )}
    </>
  );
};
