import type { JSX } from 'hono/jsx/jsx-runtime';
import { type View, viewAddress } from '../http/query.ts';

/** Rows of one page, so that it stays light on a phone. */
export const PAGE_SIZE = 50;

/** The pages of a view that has too many rows for one. */
export const Pages = ({
  view,
  total,
}: {
  readonly view: View;
  readonly total: number;
}): JSX.Element | null => {
  const last = Math.ceil(total / PAGE_SIZE);
  if (last <= 1) return null;
  return (
    <nav class="pager" aria-label="分页">
      {Array.from({ length: last }, (_, at) => at + 1).map((page) => (
        <a
          class="button small"
          href={viewAddress({ ...view, page })}
          aria-current={page === view.page ? 'page' : undefined}
        >
          {page}
        </a>
      ))}
      <span class="muted">
        共 {total} 项，每页 {PAGE_SIZE} 项
      </span>
    </nav>
  );
};
