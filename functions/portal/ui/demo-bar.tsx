import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateTimeWords } from '../../domain/base/words.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import type { Frame } from '../http/frame.ts';

/** Marks a demonstration, and moves its clock. */
export const DemoBar = ({
  frame: { now, today, timeZone, viewer, path },
  demo: { contacts },
}: {
  readonly frame: Frame;
  readonly demo: { readonly contacts: readonly Contact[] };
}): JSX.Element => (
  <aside class="demo-bar" aria-label="演示">
    <strong>演示</strong>
    <span class="number">时钟 {dateTimeWords(now, timeZone)}</span>
    <form method="post" action="/demo/next">
      <input type="hidden" name="back" value={path} />
      <button class="button small" data-busy="正在拨动…" type="submit">
        走到下一个时刻
      </button>
    </form>
    <form method="post" action="/demo/to">
      <input type="hidden" name="back" value={path} />
      <label for="demo-day">走到</label>
      <input
        id="demo-day"
        type="date"
        name="day"
        value={today.add({ days: 7 }).toString()}
        min={today.toString()}
        required
      />
      <button class="button small" data-busy="正在拨动…" type="submit">
        拨动
      </button>
    </form>
    <form method="post" action="/sign-in" data-auto>
      <input type="hidden" name="back" value={path} />
      <label for="demo-post">以</label>
      <select id="demo-post" name="contact">
        {contacts.map(({ id, post }) => (
          <option value={id} selected={id === viewer.id}>
            {post}
          </option>
        ))}
      </select>
      <button class="button small" type="submit">
        的身份看
      </button>
    </form>
  </aside>
);
