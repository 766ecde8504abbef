import type { JSX } from 'hono/jsx/jsx-runtime';
import { type Digest, isOut } from '../../domain/messages/digest.ts';
import { unsignedCount } from '../../flows/views/messages.ts';

/** What became of a message, in words; `unsigned` is of those that went out. */
const stateName: Readonly<Record<Digest['state'], string>> = {
  open: '待发',
  sending: '正在发送',
  sent: '已送达',
  unknown: '没有回音，可能已收到',
  failed: '发送失败',
  unreached: '未能送达，没有能用的渠道',
  cancelled: '已取消，内容不再属实',
};

/** Whether `digest` may have gone out, and neither an answer nor a signature says that it did. */
const isUnsure = ({ state, unknowns, answers }: Digest): boolean =>
  unknowns > 0 && state !== 'sent' && answers.every(({ signedAt }) => signedAt === null);

/** What became of `digest`. */
export const MessageState = ({ digest }: { readonly digest: Digest }): JSX.Element => {
  const count = unsignedCount(digest);
  const { state } = digest;
  if (isUnsure(digest)) return <b class="warning">{stateName.unknown}</b>;
  if (state === 'failed' || state === 'unreached') return <b class="warning">{stateName[state]}</b>;
  if (!isOut(digest)) return <span>{stateName[state]}</span>;
  if (count > 0) return <b class="warning">未签收 {count} 项</b>;
  return <span>{digest.answers.length > 0 ? '已签收' : '已送达，不需签收'}</span>;
};
