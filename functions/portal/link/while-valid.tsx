import type { Context } from 'hono';
import { type Opened, openLink, type Valid } from '../../flows/tasks/open-link.ts';
import type { Portal } from '../http/portal.ts';
import { shown } from '../http/shown.ts';
import { ProblemPage } from '../ui/problem-page.tsx';

/** Returns what `use` makes of a link that may be used, or says why this one may not. */
export async function whileValid(
  context: Context,
  { ports }: Portal,
  use: (opened: Valid) => Response | Promise<Response>,
): Promise<Response> {
  const opened = await openLink(context.req.param('code') ?? '', ports);
  return opened.state === 'valid' ? use(opened) : ended(context, opened);
}

const endings = {
  unknown: { title: '没有这个链接', line: '请核对地址，或从提醒里直接打开。' },
  expired: { title: '链接已过期', line: '请打开最近一条提醒里的链接。' },
  revoked: { title: '链接已作废', line: '园区办收回了这个链接，请打开最近一条提醒里的链接。' },
  moved: {
    title: '链接已作废',
    line: '收到这条提醒的岗位换了地址或单位，旧链接不再有效。请打开最近一条提醒里的链接。',
  },
} as const;

function ended(context: Context, opened: Exclude<Opened, Valid>): Response | Promise<Response> {
  const { title, line } = endings[opened.state];
  const lines = [line, '什么都没有改动。仍有疑问，请联系园区办。'];
  const page = <ProblemPage title={title} lines={lines} ways={[{ href: '/', name: '登录办理' }]} />;
  return shown(context, page, opened.state === 'unknown' ? 404 : 410);
}
