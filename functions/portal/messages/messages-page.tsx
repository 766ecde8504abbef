import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateTimeWords, dayWords } from '../../domain/base/words.ts';
import { namesWords } from '../../domain/contacts/named.ts';
import { type Digest, digestId } from '../../domain/messages/digest.ts';
import { unsignedCount } from '../../flows/views/messages.ts';
import type { Frame } from '../http/frame.ts';
import type { AllNames } from '../ui/names.ts';
import { Page } from '../ui/page.tsx';
import { gist } from './gist.ts';
import { MessageState } from './message-state.tsx';

/** What was sent to whom lately, with what became of it. */
export const MessagesPage = ({
  frame,
  digests,
  wanted,
  names,
}: {
  readonly frame: Frame;
  readonly digests: readonly Digest[];
  readonly wanted: string;
  readonly names: AllNames;
}): JSX.Element => {
  const unsigned = digests.filter((digest) => unsignedCount(digest) > 0);
  const failed = digests.filter((digest) => digest.state === 'failed');
  const unknown = digests.filter((digest) => digest.state === 'unknown');
  const unreached = digests.filter((digest) => digest.state === 'unreached');
  const tabs = new Map(Object.entries({ unsigned, unknown, failed, unreached }));
  const shown = tabs.get(wanted) ?? digests;
  const tab = (value: string, name: string, count: number): JSX.Element => (
    <a
      href={value === '' ? '/messages' : `/messages?state=${value}`}
      aria-current={value === wanted ? 'true' : undefined}
    >
      {name} {count}
    </a>
  );
  return (
    <Page frame={frame} title="收件" sub="最近 14 天发出的提醒，按收件岗位">
      <div class="filter">
        <nav class="tabs" aria-label="按结果筛选">
          {tab('', '全部', digests.length)}
          {tab('unsigned', '未签收', unsigned.length)}
          {tab('unknown', '可能已收到', unknown.length)}
          {tab('failed', '发送失败', failed.length)}
          {unreached.length > 0 ? tab('unreached', '未能送达', unreached.length) : null}
        </nav>
      </div>
      {shown.length === 0 ? (
        <div class="empty">
          <b>{wanted === '' ? '最近 14 天没有发出提醒' : '没有这样的提醒'}</b>
          <p>
            <a href="/items?due=week">看 7 日内到期的事项</a>
          </p>
        </div>
      ) : (
        <Table frame={frame} digests={shown} names={names} />
      )}
      <p class="muted nothing">
        打开链接不等于签收：预览和安全扫描也会打开链接，只有按下“签收”或“提交”才算。
      </p>
    </Page>
  );
};

const Table = ({
  frame,
  digests,
  names,
}: {
  readonly frame: Frame;
  readonly digests: readonly Digest[];
  readonly names: AllNames;
}): JSX.Element => (
  <table class="records">
    <caption class="visually-hidden">发出的提醒，最新的在前</caption>
    <thead>
      <tr>
        <th class="wide-column" scope="col">
          时间
        </th>
        <th scope="col">收件岗位</th>
        <th scope="col">内容</th>
        <th class="state-column" scope="col">
          结果
        </th>
      </tr>
    </thead>
    <tbody>
      {digests.map((digest) => (
        <tr>
          <td class="number">
            {digest.sentAt
              ? dateTimeWords(digest.sentAt, frame.timeZone)
              : dayWords(digest.day, frame.today)}
          </td>
          <td>{namesWords(digest.names, { own: digest.contact ?? digest.post }, names.contact)}</td>
          <td class="title">
            <a href={`/messages/${encodeURIComponent(digestId(digest))}`}>
              {gist(digest, names.task)}
            </a>
          </td>
          <td>
            <MessageState digest={digest} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
