import mammoth from 'mammoth';
import { BadInput } from '../../domain/base/problems.ts';
import type { PlanDocument } from '../text/document.ts';
import { type Parts, pack } from './bounded-zip.ts';
import { buildDocument } from './document-builder.ts';
import { blocksOf } from './html-blocks.ts';

/** Elements and attributes of a document; each needs up to 3 KB of memory while it is read. */
const MOST_NODES = 400_000;

/**
 * Reads a Word file, its tables kept as tables.
 *
 * @param file - its name, for messages.
 * @throws {BadInput} if it exceeds the reader's limits.
 * @throws {Error} if it is not a Word file.
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
      // Pictures are not read, and inlined they would be megabytes.
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      transformDocument: withNotesOnce,
    },
  );
  return buildDocument(blocksOf(value), file);
}

const [LESS_THAN, SLASH, EQUALS, QUOTE, APOSTROPHE] = Buffer.from(`</="'`);

/** Counts the elements and attributes of an XML part. */
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
