import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateTimeWords } from '../../domain/base/words.ts';
import { namesWords } from '../../domain/contacts/named.ts';
import type { Frame } from '../http/frame.ts';
import { ProofList } from '../ui/proofs.tsx';
import type { TaskView } from './task-view.ts';

/** Every change of a task, newest first. */
export const TaskHistory = ({
  frame: { timeZone },
  view: { history, postOf },
}: {
  readonly frame: Frame;
  readonly view: TaskView;
}): JSX.Element => (
  <section class="section">
    <h2 class="section-title">办理记录</h2>
    <table class="records">
      <thead>
        <tr>
          <th class="wide-column" scope="col">
            时间
          </th>
          <th class="wide-column" scope="col">
            岗位
          </th>
          <th class="short-column" scope="col">
            手续
          </th>
          <th scope="col">变化与说明</th>
          <th class="narrow-column" scope="col">
            途径
          </th>
        </tr>
      </thead>
      <tbody>
        {history.toReversed().map(({ at, by, onBehalfOf, names, what, from, to, why, via }) => (
          <tr>
            <td class="number">{dateTimeWords(at, timeZone)}</td>
            <td>{namesWords(names, { own: by, insteadOf: onBehalfOf }, postOf)}</td>
            <td>{what}</td>
            <td>
              {from === to || from === '' ? to : `${from} → ${to}`}
              {why ? <span class="why">{why}</span> : null}
            </td>
            <td>{via}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

/** Who was notified of a task, when, and who signed. */
export const TaskProofs = ({
  frame,
  view: { proofs, postOf },
}: {
  readonly frame: Frame;
  readonly view: TaskView;
}): JSX.Element => (
  <section class="section">
    <h2 class="section-title">送达凭证</h2>
    {proofs.length === 0 ? (
      <p class="muted nothing">最近两个月没有为这一项发过提醒。</p>
    ) : (
      <ProofList
        proofs={proofs}
        contact={postOf}
        frame={frame}
        first={{
          name: '收件岗位',
          of: ({ contact, post, insteadOf, names, digest }) => (
            <a href={`/messages/${encodeURIComponent(digest)}`}>
              {namesWords(names, { own: contact ?? post, insteadOf }, postOf)}
            </a>
          ),
        }}
      />
    )}
  </section>
);
