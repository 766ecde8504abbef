import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Bulletin } from '../../domain/papers/bulletin.ts';
import type { Frame } from '../http/frame.ts';
import { inYear } from '../http/year.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Symbols } from '../ui/lamp.tsx';
import { Document } from '../ui/page.tsx';
import type { NotTaken } from '../ui/simple-form.tsx';
import { YearHead } from '../ui/year-head.tsx';
import { BulletinSheet, dateOf, issueName } from './bulletin-paper.tsx';

type Props = {
  readonly frame: Frame;
  readonly bulletin: Bulletin;
  /** When and by whom it was issued; null for a draft. */
  readonly issued: string | null;
  /** Whether the viewer may issue the draft. */
  readonly mayIssue: boolean;
  readonly notTaken: NotTaken | null;
};

/** One issue of the bulletin: a sheet of A4, to be printed or kept as a PDF. */
export const BulletinPage = (props: Props): JSX.Element => {
  const { frame, bulletin, notTaken } = props;
  return (
    <Document title={`${notTaken ? '有错误：' : ''}督查通报 · ${frame.parkName} · 如期`}>
      <Symbols />
      <div class="bulletin-desk">
        <Bar {...props} />
        {frame.notice ? (
          <p class="notice" role="status">
            {frame.notice}
          </p>
        ) : null}
        <BulletinSheet bulletin={bulletin} parkName={frame.parkName} />
        <IssueBox {...props} />
      </div>
    </Document>
  );
};

const Bar = ({ frame, bulletin, issued, mayIssue }: Props): JSX.Element => (
  <header class="toolbar">
    <a href={inYear('/', frame.year)}>← 总览</a>
    <strong>督查通报 {issueName(bulletin)}</strong>
    <span class="tag">{issued ?? `草稿，数据截至${dateOf(bulletin.on)}`}</span>
    <YearHead frame={frame} />
    <span class="spacer" />
    {mayIssue ? (
      <a class="button" href="#issue">
        修改“下步要求”、定稿
      </a>
    ) : null}
    <a class="button" href="/bulletins">
      历期通报
    </a>
    <button class="button primary" type="button" data-print hidden>
      打印或存为 PDF
    </button>
  </header>
);

const IssueBox = ({ bulletin, mayIssue, notTaken }: Props): JSX.Element | null =>
  mayIssue || notTaken ? (
    <section class="issue-form" id="issue" aria-label="定稿">
      {notTaken ? <ErrorSummary act="issue" faults={notTaken.faults} /> : null}
      {mayIssue ? <IssueForm bulletin={bulletin} notTaken={notTaken} /> : null}
    </section>
  ) : null;

/** Where the office says what is to be done next, and lets the issue go out. */
const IssueForm = ({
  bulletin,
  notTaken,
}: {
  readonly bulletin: Bulletin;
  readonly notTaken: NotTaken | null;
}): JSX.Element => {
  const fault = notTaken?.faults.find(({ field }) => field === 'demands');
  return (
    <form method="post" action="/bulletins" novalidate>
      <h2>定稿</h2>
      <input type="hidden" name="seen" value={bulletin.id} />
      <label for="issue-demands">下步要求（至多 150 字、3 段，通报只印一页）</label>
      <textarea
        id="issue-demands"
        name="demands"
        rows={5}
        maxlength={150}
        required
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault ? 'issue-demands-fault' : undefined}
      >
        {notTaken?.fields['demands'] ?? bulletin.demands}
      </textarea>
      {fault ? (
        <span class="fault" id="issue-demands-fault">
          {fault.message}
        </span>
      ) : null}
      <label class="tick-field">
        <input type="checkbox" name="sure" value="yes" id="issue-sure" required />{' '}
        已核对，确认定稿；定稿后数字和文字都不再变动
      </label>
      <button class="button primary" data-busy="正在定稿…" type="submit">
        定稿{issueName(bulletin)}
      </button>
    </form>
  );
};
