import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateTimeWords, dayWords } from '../../domain/base/words.ts';
import { namesWords } from '../../domain/contacts/named.ts';
import { type Digest, digestId } from '../../domain/messages/digest.ts';
import type { Proof } from '../../domain/messages/proof.ts';
import type { Frame } from '../http/frame.ts';
import type { AllNames } from '../ui/names.ts';
import { Page } from '../ui/page.tsx';
import { ProofList } from '../ui/proofs.tsx';
import { MessageState } from './message-state.tsx';

/** What goes out without an answer may have arrived. */
const unsentWords = ({ unknowns }: Digest): string =>
  unknowns > 0 ? '没有回音，可能已收到' : '没有发出';

/** One message: what it told, who signed for what and when, and the end of its link. */
export const MessagePage = ({
  frame,
  digest,
  proofs,
  names,
  mayRevoke,
}: {
  readonly frame: Frame;
  readonly digest: Digest;
  readonly proofs: readonly Proof[];
  readonly names: AllNames;
  readonly mayRevoke: boolean;
}): JSX.Element => (
  <Page
    frame={frame}
    title="送达凭证"
    sub={`${namesWords(digest.names, { own: digest.contact ?? digest.post }, names.contact)}，${dayWords(digest.day, frame.today)}`}
    tools={<a href="/messages">← 全部收件</a>}
  >
    <dl class="facts">
      <div>
        <dt>结果</dt>
        <dd>
          <MessageState digest={digest} />
        </dd>
      </div>
      <div>
        <dt>送达</dt>
        <dd>
          {digest.sentAt ? dateTimeWords(digest.sentAt, frame.timeZone) : unsentWords(digest)}
        </dd>
      </div>
      <div>
        <dt>凭证号</dt>
        <dd class="number">{digest.messageId ?? '—'}</dd>
      </div>
      {digest.copies.map(({ contact, messageId, sentAt }) => (
        <div>
          <dt>再发</dt>
          <dd>
            {sentAt ? dateTimeWords(sentAt, frame.timeZone) : '—'}，
            {names.contact(contact ?? digest.post)}，<span class="number">{messageId}</span>
          </dd>
        </div>
      ))}
    </dl>
    {proofs.length === 0 ? (
      <p class="muted nothing">这条提醒只报告督办情况，没有需要签收的事项。</p>
    ) : (
      <ProofList
        proofs={proofs}
        contact={names.contact}
        frame={frame}
        first={{
          name: '事项',
          of: ({ task }) => <a href={`/items/${task}`}>{names.task(task)}</a>,
        }}
      />
    )}
    {mayRevoke && digest.code ? (
      <form
        class="tools"
        method="post"
        action={`/messages/${encodeURIComponent(digestId(digest))}/revoke`}
      >
        <p class="muted">发错了人、链接被转发时，可以作废这条提醒的链接。</p>
        <label class="tick-field">
          <input type="checkbox" name="sure" value="yes" required /> 确认作废
        </label>
        <button class="button" type="submit">
          作废链接
        </button>
      </form>
    ) : null}
  </Page>
);
