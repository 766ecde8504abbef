import type { JSX } from 'hono/jsx/jsx-runtime';

/** The heads of the columns. */
export const TableHead = ({ names }: { readonly names: readonly string[] }): JSX.Element => (
  <thead>
    <tr>
      {names.map((name) => (
        <th scope="col">{name}</th>
      ))}
    </tr>
  </thead>
);
