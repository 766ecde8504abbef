import type * as docxPackage from 'docx';
import type { AccountPaper } from '../domain/years/account-paper.ts';

type Docx = typeof docxPackage;
type Block = InstanceType<Docx['Paragraph'] | Docx['Table']>;
type PaperTable = NonNullable<AccountPaper['parts'][number]['table']>;

/** Sizes are in half points. */
const TITLE = 36;
const TEXT = 24;
const CELL = 18;

/** Two characters, in twentieths of a point. */
const INDENT = TEXT * 20;

/** The account as a Word document on A4. */
export async function writeAccountDocument(paper: AccountPaper): Promise<Uint8Array> {
  const docx = await import('docx');
  const { Document, Packer } = docx;
  const { annex, title } = paper;
  const children = [
    ...headBlocks(docx, paper),
    ...paper.parts.flatMap((part) => partBlocks(docx, part)),
    ...paper.signature.map((line) => paragraph(docx, line, { alignment: 'right' })),
  ];
  const sheets = annex === null ? [children] : [children, partBlocks(docx, annex)];
  const document = new Document({
    title,
    styles: { default: { document: { run: { font: { eastAsia: '仿宋' }, size: TEXT } } } },
    sections: sheets.map((each) => ({ properties: { page: A4 }, children: each })),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** In twentieths of a point. */
const A4 = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
};

function headBlocks(docx: Docx, { title, byline, lead }: AccountPaper): readonly Block[] {
  const heading = { bold: true, size: TITLE };
  return [
    paragraph(docx, title, { alignment: 'center', run: heading }),
    paragraph(docx, byline, { alignment: 'center' }),
    paragraph(docx, lead, { isIndented: true }),
  ];
}

function partBlocks(docx: Docx, part: AccountPaper['parts'][number]): Block[] {
  return [
    paragraph(docx, part.heading, { run: { bold: true } }),
    ...part.lines.map((line) => paragraph(docx, line, { isIndented: true })),
    ...(part.table === null ? [] : [tableBlock(docx, part.table)]),
  ];
}

function paragraph(
  { Paragraph, TextRun }: Docx,
  text: string,
  {
    alignment = 'left',
    isIndented = false,
    run = {},
  }: {
    readonly alignment?: 'left' | 'center' | 'right';
    readonly isIndented?: boolean;
    readonly run?: docxPackage.IRunOptions;
  },
): InstanceType<Docx['Paragraph']> {
  const indent = isIndented ? { indent: { firstLine: INDENT } } : {};
  return new Paragraph({ alignment, ...indent, children: [new TextRun({ ...run, text })] });
}

/** The heads are repeated on every page. */
function tableBlock(docx: Docx, { columns, rows }: PaperTable): Block {
  const { Table, TableCell, TableRow, WidthType } = docx;
  const row = (cells: readonly string[], isHead: boolean): InstanceType<Docx['TableRow']> =>
    new TableRow({
      tableHeader: isHead,
      children: cells.map((text, at) => {
        const alignment = isHead ? 'center' : (columns[at]?.align ?? 'left');
        const run = { size: CELL, bold: isHead };
        return new TableCell({ children: [paragraph(docx, text, { alignment, run })] });
      }),
    });
  const head = columns.map(({ title }) => title);
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}
