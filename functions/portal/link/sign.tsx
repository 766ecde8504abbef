import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Valid } from '../../flows/tasks/open-link.ts';
import type { PhoneItem } from './phone-item.ts';

/** Signs for the message, while anything in it is unsigned. */
export const Sign = ({
  opened: { link },
  items,
}: {
  readonly opened: Valid;
  readonly items: readonly PhoneItem[];
}): JSX.Element | null =>
  items.some(({ isUnsigned }) => isUnsigned) ? (
    <form class="acknowledge" method="post" action={`/a/${link.code}/sign`}>
      <button class="button primary">{items.length > 1 ? '全部签收' : '签收'}</button>
    </form>
  ) : null;
