import type { JSX } from 'hono/jsx/jsx-runtime';
import type { NotTaken } from '../ui/simple-form.tsx';
import { rowsOf } from './rows.ts';

/** A form that is filled in, with what is wrong in it. */
export type Filled = NotTaken;

/** The longest that a form takes, in days. */
export const MOST_DAYS = 366;

/** Empty rows after those that are filled in. */
const SPARE_ROWS = 2;

/** The places of the rows called `name` that the form shows, from 0. */
export function placesOf(name: string, { fields }: Filled): readonly number[] {
  const last = rowsOf(name, fields).at(-1)?.place ?? 0;
  return Array.from({ length: last + SPARE_ROWS }, (_, at) => at);
}

type Attributes = Readonly<Record<string, string | number>>;

const faultOf = (name: string, { faults }: Filled): string | undefined =>
  faults.find(({ field }) => field === name)?.message;

/** The ARIA attributes of a field that is wrong. */
export const fieldMarks = (
  name: string,
  filled: Filled,
): { 'aria-invalid'?: 'true'; 'aria-describedby'?: string } =>
  faultOf(name, filled) === undefined
    ? {}
    : { 'aria-invalid': 'true', 'aria-describedby': `policy-${name}-fault` };

/** What is wrong with one field, next to it and in the words of the summary. */
export const Fault = ({
  name,
  filled,
}: {
  readonly name: string;
  readonly filled: Filled;
}): JSX.Element | null => {
  const fault = faultOf(name, filled);
  return fault === undefined ? null : (
    <span class="fault" id={`policy-${name}-fault`}>
      {fault}
    </span>
  );
};

/** A short input within its own words: `提前 [7] 天`. */
export const Short = ({
  name,
  filled,
  before,
  after = '',
  attributes,
}: {
  readonly name: string;
  readonly filled: Filled;
  readonly before: string;
  readonly after?: string;
  readonly attributes: Attributes;
}): JSX.Element => (
  <label class="inline-field">
    {before}
    <input
      {...attributes}
      id={`policy-${name}`}
      name={name}
      value={filled.fields[name] ?? ''}
      {...fieldMarks(name, filled)}
    />
    {after}
  </label>
);

/** Input attributes of a number of days, from `min` to `max`. */
export const days = (min: number, max: number): Attributes => ({
  type: 'number',
  inputmode: min < 0 ? 'text' : 'numeric',
  min,
  max,
  step: 1,
});

/** One of several, by their names. */
export const PolicyChoice = ({
  name,
  before,
  filled,
  choices,
}: {
  readonly name: string;
  readonly before: string;
  readonly filled: Filled;
  readonly choices: Readonly<Record<string, string>>;
}): JSX.Element => (
  <label class="inline-field">
    {before}
    <select id={`policy-${name}`} name={name} {...fieldMarks(name, filled)}>
      {Object.entries(choices).map(([choice, words]) => (
        <option value={choice} selected={choice === filled.fields[name]}>
          {words}
        </option>
      ))}
    </select>
  </label>
);
