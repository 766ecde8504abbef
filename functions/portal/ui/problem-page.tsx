import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Problem } from '../../domain/base/problems.ts';
import { Document } from './page.tsx';

/** Says what is wrong, what to do about it, and where to go on. */
export const ProblemPage = ({
  title,
  lines,
  ways,
}: {
  readonly title: string;
  readonly lines: readonly string[];
  readonly ways: readonly { readonly href: string; readonly name: string }[];
}): JSX.Element => (
  <Document title={`${title} · 如期`} isPhone>
    <main class="phone">
      <div class="alert grey">
        <h1>{title}</h1>
      </div>
      <div class="phone-body">
        {lines.map((line) => (
          <p>{line}</p>
        ))}
        <ul class="actions">
          {ways.map(({ href, name }) => (
            <li>
              <a class="button" href={href}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </main>
  </Document>
);

/** `problem` in the words of a page. */
export const sentence = ({ place, message, remedy }: Problem): string =>
  `${place}：${message}。${remedy}。`;
