import type { JSX } from 'hono/jsx/jsx-runtime';
import type { FieldFault } from '../http/forms.ts';

/** Everything that is wrong with a form, each with the way to its field and in the same words. */
export const ErrorSummary = ({
  faults,
  act,
  title = '没有办成',
}: {
  readonly faults: readonly FieldFault[];
  readonly act: string;
  readonly title?: string;
}): JSX.Element => (
  <div class="error-summary" role="alert" tabindex={-1}>
    <h2>{title}</h2>
    <ul>
      {faults.map(({ field, message }) => (
        <li>{field ? <a href={`#${act}-${field}`}>{message}</a> : message}</li>
      ))}
    </ul>
  </div>
);
