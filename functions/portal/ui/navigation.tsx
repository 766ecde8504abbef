import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Contact } from '../../domain/contacts/contact.ts';
import { maySeeSettings } from '../../domain/tasks/read-permissions.ts';
import type { Frame } from '../http/frame.ts';
import { inYear } from '../http/year.ts';

const places = [
  { href: '/', name: '总览' },
  { href: '/items', name: '清单' },
  { href: '/calendar', name: '日历' },
  { href: '/targets', name: '指标' },
  { href: '/funding', name: '资金' },
  { href: '/units', name: '责任' },
  { href: '/bulletin', name: '通报' },
  { href: '/messages', name: '收件' },
  { href: '/plans', name: '来源' },
  { href: '/settings', name: '设置' },
] as const;

/** Places that are of no year. */
const OF_NO_YEAR: ReadonlySet<string> = new Set(['/messages', '/plans', '/settings']);

/** Places of those who see how the park works. */
const INNER: ReadonlySet<string> = new Set(['/plans', '/settings']);

/** Nobody is shown the way to what they may not see. */
const placesOf = (viewer: Contact): readonly (typeof places)[number][] =>
  places.filter(({ href }) => !INNER.has(href) || maySeeSettings(viewer));

const isHere = (href: string, path: string): boolean =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`) || path === `${href}s`;

/** The navigation of the book: where one is, where one can go, who one is. */
export const Navigation = ({
  frame: { parkName, path, viewer, year },
}: {
  readonly frame: Frame;
}): JSX.Element => (
  <header class="navigation">
    <a class="seal" href={inYear('/', year)} aria-label={`${parkName} 首页`}>
      {Array.from(parkName)
        .slice(0, 4)
        .map((letter) => (
          <span>{letter}</span>
        ))}
    </a>
    <nav aria-label="主导航">
      <ul>
        {placesOf(viewer).map(({ href, name }) => (
          <li>
            <a
              href={OF_NO_YEAR.has(href) ? href : inYear(href, year)}
              aria-current={isHere(href, path) ? 'page' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <form class="signed-in" method="post" action="/sign-out">
      <p>{viewer.post}</p>
      <button type="submit">退出</button>
    </form>
  </header>
);
