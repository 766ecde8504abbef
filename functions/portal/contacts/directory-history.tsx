import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateTimeWords } from '../../domain/base/words.ts';
import type { Change } from '../../domain/contacts/change.ts';
import { namesWords } from '../../domain/contacts/named.ts';
import type { Frame } from '../http/frame.ts';
import type { NameFinder } from '../ui/names.ts';

/** Changes that are shown. */
const MOST_SHOWN = 50;

/** The latest changes of the directory. */
export const DirectoryHistory = ({
  history,
  postOf,
  frame,
}: {
  readonly history: readonly Change[];
  readonly postOf: NameFinder;
  readonly frame: Frame;
}): JSX.Element | null =>
  history.length === 0 ? null : (
    <section class="section">
      <h2 class="section-title">变动记录</h2>
      <div class="scroll" role="region" aria-label="变动记录" tabindex={0}>
        <table class="records changes">
          <thead>
            <tr>
              {['时间', '经办', '事由', '原来', '现在'].map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {history
              .toReversed()
              .slice(0, MOST_SHOWN)
              .map(({ at, by, names, via, what, from, to }) => (
                <tr>
                  <td class="number">{dateTimeWords(at, frame.timeZone)}</td>
                  <td>{by === 'system' ? via : namesWords(names, { own: by }, postOf)}</td>
                  <td>{what}</td>
                  <td>{from || '—'}</td>
                  <td>{to || '—'}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </section>
  );
