import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateTimeWords } from '../../domain/base/words.ts';
import { namesWords } from '../../domain/contacts/named.ts';
import type { Bulletin } from '../../domain/papers/bulletin.ts';
import type { Versioned } from '../../flows/ports.ts';
import type { Frame } from '../http/frame.ts';
import type { NameFinder } from '../ui/names.ts';
import { Page } from '../ui/page.tsx';
import { issueName } from './bulletin-paper.tsx';

/** Every issue of the bulletin, the newest first. */
export const BulletinsPage = ({
  frame,
  bulletins,
  postOf,
}: {
  readonly frame: Frame;
  readonly bulletins: readonly Versioned<Bulletin>[];
  readonly postOf: NameFinder;
}): JSX.Element => (
  <Page
    frame={frame}
    title="历期通报"
    sub={`${bulletins.length} 期`}
    tools={
      <nav class="tools" aria-label="通报">
        <a class="button" href="/bulletin">
          本期草稿
        </a>
      </nav>
    }
  >
    {bulletins.length === 0 ? (
      <div class="empty">
        <b>还没有定稿的通报</b>
        <p>园区办在本期草稿下面定稿；定稿以后的数字不再变动。</p>
      </div>
    ) : (
      <table class="records">
        <thead>
          <tr>
            <th scope="col">期号</th>
            <th scope="col">事项</th>
            <th scope="col">红灯</th>
            <th scope="col">黄灯</th>
            <th scope="col">定稿</th>
          </tr>
        </thead>
        <tbody>
          {bulletins.map(({ value, lastChange }) => (
            <tr>
              <td>
                <a href={`/bulletins/${value.id}`}>{issueName(value)}</a>
              </td>
              <td>{value.counts.all} 项</td>
              <td>{value.counts.red} 项</td>
              <td>{value.counts.yellow} 项</td>
              <td>
                {namesWords(lastChange.names, { own: lastChange.by }, postOf)}{' '}
                {dateTimeWords(lastChange.at, frame.timeZone)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </Page>
);
