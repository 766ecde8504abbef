import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { own } from '../../domain/base/own.ts';
import type { Lamp } from '../../domain/tasks/lamp.ts';
import type { LinkItem } from '../../flows/tasks/link-item.ts';
import type { Valid } from '../../flows/tasks/open-link.ts';
import { Document } from './page.tsx';

const shapes = {
  red: <path d="M1 1h12v12H1z" />,
  yellow: <path d="M7 1l6 12H1z" stroke-width="1.2" />,
  green: <circle cx="7" cy="7" r="6" />,
  done: <path d="M2 8l3 4 7-9" stroke-width="2" />,
  none: <circle cx="7" cy="7" r="5" stroke-width="2" />,
  unreported: <path d="M7 1l6 6-6 6-6-6z" stroke-width="1.8" />,
  withdrawn: <path d="M2 7h10" stroke-width="2" />,
} as const;

/** The shape of a lamp, in its colour. */
export const Shape = ({ colour }: { readonly colour: Lamp['colour'] }): JSX.Element => (
  <svg class={`icon ${colour}`} viewBox="0 0 14 14" aria-hidden="true">
    {shapes[colour]}
  </svg>
);

/** The frame of every page behind a link. */
export const Shell = ({
  opened,
  title,
  isWide = false,
  children,
}: {
  readonly opened: Valid;
  readonly title: string;
  /** Whether it takes the width of a desk, where there is one. */
  readonly isWide?: boolean;
  readonly children: Child;
}): JSX.Element => {
  const { run, link, contact } = opened;
  const last = link.expiresAt.toZonedDateTimeISO(run.rules.timeZone).toPlainDate();
  return (
    <Document title={`${title} · ${run.park.name}`} isPhone>
      <main class={isWide ? 'phone wide' : 'phone'}>
        <header class="top">
          <span>{run.park.name} 如期</span>
          <span>致 {contact.post}</span>
        </header>
        {children}
        <p class="foot">
          此链接只供这条提醒使用，{last.month}月{last.day}日前有效，请勿转发。疑问请联系园区办。
        </p>
      </main>
    </Document>
  );
};

/** What was submitted last. */
const saids: Readonly<Record<string, string>> = {
  signed: '已签收',
  sent: '收到了',
  report: '已收到进展',
  support: '已收到配合情况',
  submit: '已报办结，等园区办核验',
  requestExtension: '已提交延期申请，批复以前期限不变',
  disown: '已转告园区办，改派以前仍由本岗位负责',
};

/** Answers that sign for their message, too. */
const SIGNING: ReadonlySet<string> = new Set(['report', 'submit', 'requestExtension', 'sent']);

/** Confirms what was submitted; a signature only once nothing is left to sign. */
export const Said = ({
  said = '',
  items,
}: {
  readonly said: string | undefined;
  readonly items: readonly LinkItem[];
}): JSX.Element | null => {
  const isSigned = items.length > 0 && !items.some(({ isUnsigned }) => isUnsigned);
  const words = said === 'signed' && !isSigned ? undefined : own(saids, said);
  return words === undefined ? null : (
    <p class="alert ok" role="status">
      <b class="alert-title ok">
        <Shape colour="done" />
        {words}
        {SIGNING.has(said) && isSigned ? '，并记为签收' : ''}
      </b>
    </p>
  );
};
