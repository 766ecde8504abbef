import type { JSX } from 'hono/jsx/jsx-runtime';
import { Role, roleName } from '../../domain/base/role.ts';
import { Fault, type Filled, fieldMarks } from './inputs.tsx';

/** Boxes to tick, under one name for all of them. */
export const Boxes = ({
  name,
  label,
  filled,
  choices,
}: {
  readonly name: string;
  readonly label: string;
  readonly filled: Filled;
  readonly choices: Readonly<Record<string, string>>;
}): JSX.Element => (
  <div class="checkboxes" role="group" aria-label={label}>
    {Object.entries(choices).map(([choice, words]) => (
      <label>
        <input
          type="checkbox"
          id={`policy-${name}-${choice}`}
          name={`${name}-${choice}`}
          checked={filled.fields[`${name}-${choice}`] !== undefined}
          {...fieldMarks(`${name}-${choice}`, filled)}
        />
        {words}
      </label>
    ))}
    <Fault name={`${name}-${Object.keys(choices)[0] ?? ''}`} filled={filled} />
  </div>
);

/** Who is told. */
export const Recipients = (props: {
  readonly name: string;
  readonly label: string;
  readonly filled: Filled;
}): JSX.Element => (
  <Boxes
    {...props}
    choices={Object.fromEntries(Role.options.map((role) => [role, roleName[role]]))}
  />
);
