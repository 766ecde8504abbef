import { Hono } from 'hono';
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Inbox, Received } from './inbox.ts';

type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The pages of one laptop until the portal is there: what went out, newest first, and each message. */
export function inboxPages(parkName: string, inbox: Inbox, clock: () => string): Hono {
  const app = new Hono();
  app.get('/', (context) => {
    const received = inbox.all().toReversed();
    const body = html`<p>时钟：${clock()}。已发出 ${received.length} 份提醒，最新的在最前。</p>
      ${received.length === 0 ? html`<p>还没有发出提醒。</p>` : received.map(card)}`;
    return context.html(page(`${parkName} · 收件`, body));
  });
  app.get('/inbox/:contact/:day', (context) => {
    const { contact, day } = context.req.param();
    const found = inbox
      .all()
      .filter((each) => each.contact === contact && each.slot.startsWith(`${day} `));
    const body = html`${found.length === 0 ? html`<p>没有这份提醒。请核对链接。</p>` : found.map(card)}
      <p><a href="/">全部收件</a></p>`;
    return context.html(page(`${parkName} · 提醒`, body), found.length === 0 ? 404 : 200);
  });
  app.notFound((context) =>
    context.html(page('没有这一页', html`<p>没有这一页。<a href="/">全部收件</a></p>`), 404),
  );
  return app;
}

const lampWords: Readonly<Record<string, string>> = {
  red: '■ 红灯',
  yellow: '▲ 黄灯',
  green: '● 绿灯',
};

const card = ({ slot, contact, lamp, text }: Received): Markup => html`<article>
  <h2>${slot} <small>→ ${contact} ${lampWords[lamp] ?? ''}</small></h2>
  <pre>${text}</pre>
</article>`;

const page = (title: string, body: Markup): Markup => html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
body { font: 1rem/1.7 system-ui, sans-serif; max-width: 44rem; margin: 0 auto; padding: 1rem; color: #1c2733; background: #fff; }
article { border-top: 1px solid #c9d1d9; padding: .5rem 0; }
h1 { font-size: 1.4rem; } h2 { font-size: 1rem; margin: .5rem 0; } small { font-weight: normal; color: #52606d; }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; }
</style>
</head>
<body>
<h1>${title}</h1>
${body}
</body>
</html>`;
