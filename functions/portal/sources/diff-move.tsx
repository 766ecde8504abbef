import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Review } from '../../domain/sources/review.ts';

/** A button that makes the move which settles a difference. */
export const DiffMove = ({
  task,
  act,
  review: { id, title },
  words,
  children,
}: {
  readonly task: string;
  readonly act: 'redate' | 'withdraw';
  readonly review: Review;
  readonly words: string;
  readonly children?: Child;
}): JSX.Element => (
  <form method="post" action={`/items/${task}/${act}`}>
    <input type="hidden" name="back" value={`/plans/${id}`} />
    <input type="hidden" name="why" value={`按修订后的计划《${title}》`} />
    {children}
    {act === 'withdraw' ? (
      <label class="tick-field">
        <input type="checkbox" name="sure" value="yes" required /> 确认
      </label>
    ) : null}
    <button class="button small" type="submit">
      {words}
    </button>
  </form>
);
