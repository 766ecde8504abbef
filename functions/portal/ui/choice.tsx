import type { JSX } from 'hono/jsx/jsx-runtime';

/** One list of choices of a filter form. */
export const Choice = ({
  name,
  label,
  chosen,
  all = '全部',
  children,
}: {
  readonly name: string;
  readonly label: string;
  readonly chosen: string | undefined;
  readonly all?: string;
  readonly children: readonly (readonly string[])[];
}): JSX.Element => (
  <span class="filter-field">
    <label for={`f-${name}`}>{label}</label>
    <select id={`f-${name}`} name={name}>
      <option value="">{all}</option>
      {children.map(([value, words]) => (
        <option value={value} selected={value === chosen}>
          {words}
        </option>
      ))}
    </select>
  </span>
);
