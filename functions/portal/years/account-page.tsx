import type { JSX } from 'hono/jsx/jsx-runtime';
import { accountPaper } from '../../domain/years/account-paper.ts';
import { undecidedOf } from '../../domain/years/account-words.ts';
import type { AccountRead } from '../../flows/years/year-account-of.ts';
import type { Frame } from '../http/frame.ts';
import { Symbols } from '../ui/lamp.tsx';
import { Document } from '../ui/page.tsx';

type Paper = ReturnType<typeof accountPaper>;

/** The account (年度账目) of one year: a sheet of A4, and behind it the list of what was carried over. */
export const AccountPage = ({
  frame,
  read,
}: {
  readonly frame: Frame;
  readonly read: AccountRead;
}): JSX.Element => {
  const { account, isDraft } = read;
  const paper = accountPaper(account, { parkName: frame.parkName, isDraft });
  return (
    <Document title={`${account.year}年度账目 · ${frame.parkName} · 如期`}>
      <Symbols />
      <div class="bulletin-desk">
        <Bar read={read} />
        <main class="a4 account">
          <h1>{paper.title}</h1>
          <p class="byline">{paper.byline}</p>
          <p>{paper.lead}</p>
          {paper.parts.map((part) => (
            <Part part={part} />
          ))}
          <p class="signature unindented">
            {paper.signature[0]}
            <br />
            {paper.signature[1]}
          </p>
          {paper.annex === null ? null : (
            <section class="annex">
              <Part part={paper.annex} />
            </section>
          )}
        </main>
      </div>
    </Document>
  );
};

const Bar = ({ read: { account, isDraft } }: { readonly read: AccountRead }): JSX.Element => (
  <header class="toolbar">
    <a href={`/years/${account.year}`}>← 回收尾</a>
    <strong>{account.year}年度账目</strong>
    <span class="tag">{standingWords(undecidedOf(account), isDraft)}</span>
    <span class="spacer" />
    <a class="button" href={`/years/${account.year}/account.docx`}>
      下载 Word
    </a>
    <button class="button primary" type="button" data-print hidden>
      打印或存为 PDF
    </button>
  </header>
);

function standingWords(undecided: number, isDraft: boolean): string {
  if (!isDraft) return '已封账';
  return undecided === 0 ? '稿，都已定，还没有封账' : `稿，还有${undecided}项没有定`;
}

const Part = ({ part }: { readonly part: Paper['parts'][number] }): JSX.Element => (
  <>
    <h2>{part.heading}</h2>
    {part.lines.map((line) => (
      <p>{line}</p>
    ))}
    {part.table === null ? null : <PaperTable table={part.table} />}
  </>
);

const PaperTable = ({
  table: { title, columns, rows },
}: {
  readonly table: NonNullable<Paper['parts'][number]['table']>;
}): JSX.Element => (
  <div class="scroll" role="region" aria-label={title} tabindex={0}>
    <table>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col">{column.title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = '', ...cells]) => (
          <tr>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td class={columns[at + 1]?.align === 'right' ? 'right' : undefined}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
