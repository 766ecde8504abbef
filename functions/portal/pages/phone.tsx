import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { type Lamp, lampName } from '../../domain/lamp.ts';
import { statusName } from '../../domain/task.ts';
import { dayWords, dueMark } from '../../domain/words.ts';
import type { LinkItem, Opened } from '../../flows/answer-link.ts';
import type { Refused } from '../move-form.ts';
import { Document } from '../parts/page.tsx';
import { Answer } from '../parts/phone-answer.tsx';

/** What a valid link opens. */
export type Valid = Extract<Opened, { readonly state: 'valid' }>;

/** An item of the link's message with its lamp. */
export type PhoneItem = LinkItem & { readonly lamp: Lamp };

/** What the last press did. */
const saids: Readonly<Record<string, string>> = {
  signed: '已签收',
  report: '已收到进展，并记为签收',
  submit: '已报办结，等园区办核验',
  requestExtension: '已提交延期申请，批复以前期限不变',
  disown: '已转告园区办，改派以前仍由本岗位负责',
};

const shapes = {
  red: <path d="M1 1h12v12H1z" />,
  yellow: <path d="M7 1l6 12H1z" stroke-width="1.2" />,
  green: <circle cx="7" cy="7" r="6" />,
  done: <path d="M2 8l3 4 7-9" stroke-width="2" />,
  none: <circle cx="7" cy="7" r="5" stroke-width="2" />,
  unreported: <path d="M7 1l6 6-6 6-6-6z" stroke-width="1.8" />,
  withdrawn: <path d="M2 7h10" stroke-width="2" />,
} as const;

const Shape = ({ colour }: { readonly colour: Lamp['colour'] }): JSX.Element => (
  <svg class={`ico ${colour}`} viewBox="0 0 14 14" aria-hidden="true">
    {shapes[colour]}
  </svg>
);

const Shell = ({
  opened,
  title,
  children,
}: {
  readonly opened: Valid;
  readonly title: string;
  readonly children: Child;
}): JSX.Element => {
  const { run, link, contact } = opened;
  const last = link.expiresAt.toZonedDateTimeISO(run.rules.timeZone).toPlainDate();
  return (
    <Document title={`${title} · ${run.park.name}`} isPhone>
      <main class="ph">
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

/** Several items of one message: sign for all at once, or open one. */
export const PhoneListPage = ({
  opened,
  items,
  said,
}: {
  readonly opened: Valid;
  readonly items: readonly PhoneItem[];
  readonly said: string | undefined;
}): JSX.Element => (
  <Shell opened={opened} title="签收与反馈">
    <Said said={said} />
    <div class="fb">
      <h1>{items.length === 0 ? '这条提醒没有需要办理的事项' : `这条提醒有 ${items.length} 项`}</h1>
      <Sign opened={opened} items={items} />
      <ul class="watch">
        {items.map(({ stored: { task }, lamp }) => (
          <li>
            <Shape colour={lamp.colour} />
            <a href={`/a/${opened.link.code}/${task.id}`}>{task.title}</a>
            <span class="d">
              {lampName[lamp.colour]}，{lamp.reason}，{statusName[task.status]}
            </span>
          </li>
        ))}
      </ul>
    </div>
  </Shell>
);

/** One item: where it stands, sign for it, report on it, ask for more time, say that it is another's. */
export const PhoneItemPage = ({
  opened,
  item,
  said,
  refused,
  acts,
  nonce,
}: {
  readonly opened: Valid;
  readonly item: PhoneItem;
  readonly said: string | undefined;
  readonly refused: Refused | null;
  /** What the link's contact may do. */
  readonly acts: ReadonlySet<string>;
  readonly nonce: string;
}): JSX.Element => {
  const { task } = item.stored;
  const { run, link, items } = opened;
  const today = run.now.toZonedDateTimeISO(run.rules.timeZone).toPlainDate();
  const address = `/a/${link.code}/${task.id}`;
  const { colour } = item.lamp;
  return (
    <Shell opened={opened} title={`${refused ? '有错误：' : ''}${task.title}`}>
      <Said said={said} />
      <div class={`alert ${colour}`}>
        <p class={`st ${colour}`}>
          <Shape colour={colour} />
          {lampName[colour]}，{item.lamp.reason}
        </p>
        <h1>{task.title}</h1>
      </div>
      <dl>
        {task.due ? (
          <>
            <dt>期限</dt>
            <dd>
              {dayWords(task.due, today)}〔{dueMark[task.duePrecision]}〕
            </dd>
          </>
        ) : null}
        <dt>状态</dt>
        <dd>
          {statusName[task.status]}，进度 {task.progress}%
        </dd>
        {task.lastReport?.note ? (
          <>
            <dt>上次反馈</dt>
            <dd>{task.lastReport.note}</dd>
          </>
        ) : null}
      </dl>
      <Sign opened={opened} items={[item]} />
      {acts.has('report') ? (
        <Answer task={task} address={address} refused={refused} acts={acts} nonce={nonce} />
      ) : (
        <p class="fb">这一项现在不用从这里办理。</p>
      )}
      {items.length > 1 ? (
        <p class="fb">
          <a class="btn" href={`/a/${link.code}`}>
            这条提醒的全部 {items.length} 项
          </a>
        </p>
      ) : null}
    </Shell>
  );
};

const Said = ({ said }: { readonly said: string | undefined }): JSX.Element | null => {
  const words = saids[said ?? ''];
  return words === undefined ? null : (
    <p class="alert ok" role="status">
      <b class="st ok">
        <Shape colour="done" />
        {words}
      </b>
    </p>
  );
};

const Sign = ({
  opened: { link },
  items,
}: {
  readonly opened: Valid;
  readonly items: readonly PhoneItem[];
}): JSX.Element | null =>
  items.some(({ isUnsigned }) => isUnsigned) ? (
    <form class="ack" method="post" action={`/a/${link.code}/sign`}>
      <button class="btn main">{items.length > 1 ? '全部签收' : '签收'}</button>
    </form>
  ) : null;
