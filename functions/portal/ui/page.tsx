import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateTimeWords } from '../../domain/base/words.ts';
import type { Frame } from '../http/frame.ts';
import { script, style } from './assets.ts';
import { DemoBar } from './demo-bar.tsx';
import { GapNote } from './gap-note.tsx';
import { Symbols } from './lamp.tsx';
import { Navigation } from './navigation.tsx';
import { YearHead } from './year-head.tsx';

/** The whole of a document; `robots` and scripts are for those who are signed in. */
export const Document = ({
  title,
  isPhone = false,
  children,
}: {
  readonly title: string;
  readonly isPhone?: boolean;
  readonly children: Child;
}): JSX.Element => (
  <html lang="zh-CN">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <meta name="format-detection" content="telephone=no" />
      <meta name="robots" content="noindex" />
      <title>{title}</title>
      <link rel="stylesheet" href={style.path} />
      <link rel="icon" href="data:," />
      {isPhone ? null : <script src={script.path} defer />}
    </head>
    <body>{children}</body>
  </html>
);

/** A page of the office's desk: navigation, head with title and tools, what it is about. */
export const Page = ({
  frame,
  title,
  sub,
  tools,
  children,
}: {
  readonly frame: Frame;
  readonly title: string;
  readonly sub?: Child;
  readonly tools?: Child;
  readonly children: Child;
}): JSX.Element => (
  <Document title={`${title} · ${frame.parkName} · 如期`}>
    <Symbols />
    <a class="skip-link" href="#main">
      跳到正文
    </a>
    {frame.demo ? <DemoBar frame={frame} demo={frame.demo} /> : null}
    <div class="app">
      <Navigation frame={frame} />
      <main id="main">
        <YearHead frame={frame} />
        <header class="page-head">
          <h1>
            {title}
            {sub ? <span class="subtitle">{sub}</span> : null}
          </h1>
          {tools}
        </header>
        {frame.notice ? (
          <p class="notice" role="status">
            {frame.notice}
          </p>
        ) : null}
        <GapNote frame={frame} />
        {children}
        <footer class="page-foot">
          <p>数据截至 {dateTimeWords(frame.now, frame.timeZone)}。</p>
          <details id="keys">
            <summary>快捷键</summary>
            <p>
              <kbd>/</kbd> 搜索，<kbd>?</kbd> 显示或收起本说明。
            </p>
          </details>
        </footer>
      </main>
    </div>
  </Document>
);
