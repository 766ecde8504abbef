import type { Block, LooseCell } from './document-builder.ts';
import { unescaped } from './xml-tokens.ts';

const TOKEN = /<(?<close>\/?)(?<tag>[a-z0-9]+)(?<attributes>[^>]*)>|(?<words>[^<]+)/gu;

type Reader = {
  readonly blocks: Block[];
  rows: LooseCell[][];
  /** Tables inside a cell are read as its text. */
  tableDepth: number;
  cell: { columns: number; rows: number; text: string } | undefined;
  text: string;
  /** Numbers of the open ordered lists, innermost last; 0 for a list without numbers. */
  readonly lists: number[];
};

/** Paragraphs and tables of the plain, well-formed HTML that mammoth writes. */
export function blocksOf(html: string): readonly Block[] {
  const reader: Reader = {
    blocks: [],
    rows: [],
    tableDepth: 0,
    cell: undefined,
    text: '',
    lists: [],
  };
  for (const { groups = {} } of html.matchAll(TOKEN)) readToken(reader, groups);
  endParagraph(reader);
  return reader.blocks;
}

type Token = Readonly<Record<string, string | undefined>>;

function readToken(reader: Reader, { words, close, tag = '', attributes = '' }: Token): void {
  if (words !== undefined) reader.text += unescaped(words);
  else if (close === '/') closing[tag]?.(reader);
  else opening[tag]?.(reader, attributes);
}

const opening: Readonly<Record<string, (reader: Reader, attributes: string) => void>> = {
  br: (reader) => {
    reader.text += '\n';
  },
  ol: (reader) => void reader.lists.push(1),
  ul: (reader) => void reader.lists.push(0),
  li: (reader) => openItem(reader),
  table: (reader) => openTable(reader),
  tr: (reader) => {
    if (reader.tableDepth === 1) reader.rows.push([]);
  },
  td: (reader, attributes) => openCell(reader, attributes),
  th: (reader, attributes) => openCell(reader, attributes),
};

const closing: Readonly<Record<string, (reader: Reader) => void>> = {
  p: (reader) => endParagraph(reader),
  h1: (reader) => endParagraph(reader),
  h2: (reader) => endParagraph(reader),
  h3: (reader) => endParagraph(reader),
  h4: (reader) => endParagraph(reader),
  h5: (reader) => endParagraph(reader),
  h6: (reader) => endParagraph(reader),
  li: (reader) => endParagraph(reader),
  ol: (reader) => void reader.lists.pop(),
  ul: (reader) => void reader.lists.pop(),
  td: (reader) => endCell(reader),
  th: (reader) => endCell(reader),
  table: (reader) => endTable(reader),
};

function openTable(reader: Reader): void {
  endParagraph(reader);
  reader.tableDepth += 1;
  if (reader.tableDepth === 1) reader.rows = [];
}

function endTable(reader: Reader): void {
  reader.tableDepth -= 1;
  if (reader.tableDepth === 0) reader.blocks.push({ kind: 'table', rows: reader.rows });
}

function openCell(reader: Reader, attributes: string): void {
  if (reader.tableDepth !== 1) return;
  reader.text = '';
  const [columns, rows] = [span(attributes, 'colspan'), span(attributes, 'rowspan')];
  reader.cell = { columns, rows, text: '' };
}

function openItem(reader: Reader): void {
  endParagraph(reader);
  const number = reader.lists.at(-1) ?? 0;
  if (number === 0) return;
  // Word generates these numbers; without them the points would run together.
  reader.text = `${number}.`;
  reader.lists[reader.lists.length - 1] = number + 1;
}

function endCell(reader: Reader): void {
  endParagraph(reader);
  if (reader.tableDepth !== 1) return;
  if (reader.cell) reader.rows.at(-1)?.push(reader.cell);
  reader.cell = undefined;
}

function endParagraph(reader: Reader): void {
  const text = reader.text.trim();
  reader.text = '';
  if (text === '') return;
  if (reader.cell) reader.cell.text += (reader.cell.text === '' ? '' : '\n') + text;
  else if (reader.tableDepth === 0) reader.blocks.push({ kind: 'paragraph', text });
}

const span = (attributes: string, name: string): number =>
  Math.min(64, Number(new RegExp(`${name}="(\\d+)"`, 'u').exec(attributes)?.[1] ?? 1));
