import mammoth from 'mammoth';
import { BadInput } from '../../domain/base/problems.ts';
import type { PlanDocument } from '../text/document.ts';
import { type Parts, pack } from './bounded-zip.ts';
import { type Block, buildDocument, type LooseCell } from './document-builder.ts';
import { unescaped } from './xml-tokens.ts';

/** Elements and attributes of a document; each takes up to three kilobytes while it is read. */
const MOST_NODES = 400_000;

/**
 * Reads a Word file, its tables kept as tables.
 *
 * @param file - its name, for messages.
 * @throws {BadInput} if it has more in it than is read.
 * @throws {Error} if it is no such file.
 */
export async function readDocx(parts: Parts, file: string): Promise<PlanDocument> {
  const nodes = parts.values().reduce((sum, part) => sum + nodesIn(part), 0);
  if (nodes > MOST_NODES) {
    const message = `有 ${nodes} 处段落、格式和标记，最多读 ${MOST_NODES} 处`;
    const remedy = '请把正文粘贴到新文档里（只保留文本），或分成几个文件，再试一次';
    throw new BadInput([{ place: file, message, remedy }]);
  }
  const { value } = await mammoth.convertToHtml(
    { buffer: pack(parts) },
    {
      // Pictures say nothing that is read here, and inlined they are megabytes.
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      transformDocument: withNotesOnce,
    },
  );
  return buildDocument(blocksOf(value), file);
}

const [LESS_THAN, SLASH, EQUALS, QUOTE, APOSTROPHE] = Buffer.from(`</="'`);

/** Elements and attributes of an XML part: how often something opens, or a value follows. */
const nodesIn = (part: Uint8Array): number =>
  part.reduce((count, byte, at) => {
    const next = part[at + 1];
    const isNode =
      byte === LESS_THAN
        ? next !== SLASH
        : byte === EQUALS && (next === QUOTE || next === APOSTROPHE);
    return isNode ? count + 1 : count;
  }, 0);

/** What mammoth makes of a document: a tree in which references to footnotes stand. */
type Node = {
  readonly type: string;
  readonly noteType?: string;
  readonly noteId?: string;
  readonly children?: readonly Node[];
};

/**
 * A document each of whose notes is referred to once, as Word writes it.
 *
 * @throws {RangeError} where one is referred to again: it would be written out each time.
 */
function withNotesOnce(document: Node): Node {
  const seen = new Set<string>();
  const visit = ({ type, noteType, noteId, children = [] }: Node): void => {
    const note = `${noteType} ${noteId}`;
    if (type === 'noteReference' && seen.has(note)) throw new RangeError(`${note} stands twice`);
    if (type === 'noteReference') seen.add(note);
    for (const child of children) visit(child);
  };
  visit(document);
  return document;
}

const TOKEN = /<(?<close>\/?)(?<tag>[a-z0-9]+)(?<attributes>[^>]*)>|(?<words>[^<]+)/gu;

type Reader = {
  readonly blocks: Block[];
  rows: LooseCell[][];
  /** Tables that stand inside a cell are read as its text. */
  tableDepth: number;
  cell: { columns: number; rows: number; text: string } | undefined;
  text: string;
  /** Numbers of the open ordered lists, innermost last; 0 for a list without numbers. */
  readonly lists: number[];
};

/** Paragraphs and tables of the plain, well-formed HTML that mammoth writes. */
function blocksOf(html: string): readonly Block[] {
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
  // Word draws these numbers itself; without them the points would run together.
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
