import { BadInput } from '../../domain/base/problems.ts';
import { documentOfText } from '../tables/text-tables.ts';
import { LONGEST_TEXT, type PlanDocument } from '../text/document.ts';
import { unpack } from './bounded-zip.ts';
import { decodeText } from './text-encoding.ts';

/** Largest file, in bytes; an annual plan has some hundred kilobytes. */
export const LARGEST_FILE = 50 * 1024 * 1024;

type Refusal = { readonly message: string; readonly remedy: string };

type Format = {
  readonly holds: (bytes: Uint8Array) => boolean;
  readonly refuse: Refusal;
};

const startsWith =
  (...start: readonly number[]) =>
  (bytes: Uint8Array): boolean =>
    start.every((byte, index) => bytes[index] === byte);

/** .docx and .xlsx files are ZIP archives. */
const isArchive = startsWith(0x50, 0x4b, 0x03, 0x04);

/** Unsupported formats, detected by their first bytes. */
const REFUSED: readonly Format[] = [
  {
    holds: startsWith(0xd0, 0xcf, 0x11, 0xe0),
    refuse: {
      message: '这是旧版 Office 文件（.doc 或 .xls），读不了',
      remedy: '请用 Word 或 WPS 打开，另存为 .docx 或 .xlsx，再读一次',
    },
  },
  {
    holds: startsWith(0x25, 0x50, 0x44, 0x46),
    refuse: {
      message: '这是 PDF 文件，读不了',
      remedy: '请把文字复制到 .txt 文件，或用原来的 .docx 文件；扫描件请先做文字识别',
    },
  },
  {
    holds: (bytes) =>
      startsWith(0xff, 0xd8, 0xff)(bytes) || startsWith(0x89, 0x50, 0x4e, 0x47)(bytes),
    refuse: { message: '这是图片，读不了', remedy: '请先做文字识别，把文字存为 .txt 文件' },
  },
];

/**
 * Reads a file into the text and tables that promises are read from. The format
 * is detected from the content, not the name.
 *
 * @param name - as the user gave it, for messages only.
 * @throws {BadInput} for a file that is empty, too large, of another format or broken.
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<PlanDocument> {
  const refuse = ({ message, remedy }: Refusal): BadInput =>
    new BadInput([{ place: name, message, remedy }]);
  if (bytes.length > LARGEST_FILE) throw refuse(TOO_LARGE);
  const format = REFUSED.find(({ holds }) => holds(bytes));
  if (format) throw refuse(format.refuse);
  const document = await parsed(bytes, name).catch((cause: unknown) => {
    throw cause instanceof BadInput ? cause : new BadInput([{ place: name, ...BROKEN }], { cause });
  });
  if (!document) throw refuse(NO_TEXT);
  if (document.text.length > LONGEST_TEXT) throw refuse(TOO_LONG);
  if (document.text.trim() === '') throw refuse(EMPTY);
  return document;
}

const TOO_LARGE: Refusal = {
  message: '文件超过 50 MB',
  remedy: '请去掉图片和附件，只留计划正文，再读一次',
};
const TOO_LONG: Refusal = {
  message: `文字超过 ${LONGEST_TEXT / 10_000} 万字`,
  remedy: '请只留计划正文，或分成几个文件，再读一次',
};
const BROKEN: Refusal = {
  message: '文件已损坏，打不开',
  remedy: '请用原来的软件打开，另存一份再读',
};
const NO_TEXT: Refusal = {
  message: '不是文字文件，也不是 .docx 或 .xlsx',
  remedy: '请提供 .txt、.md、.docx 或 .xlsx 文件（UTF-8 或 GB18030 编码）',
};
const EMPTY: Refusal = { message: '文件里没有文字', remedy: '请确认给的是计划正文' };

async function parsed(bytes: Uint8Array, name: string): Promise<PlanDocument | undefined> {
  if (!isArchive(bytes)) {
    const text = decodeText(bytes);
    // One character over the limit, so that the caller sees that the text is too long.
    return text === undefined ? undefined : documentOfText(text.slice(0, LONGEST_TEXT + 1));
  }
  const parts = await unpack(bytes, name);
  // Loaded on demand: the readers are large, and most invocations need none.
  if (parts.has('word/document.xml')) {
    const { readDocx } = await import('./read-docx.ts');
    return readDocx(parts, name);
  }
  if (!parts.has('xl/workbook.xml')) return undefined;
  const { readXlsx } = await import('./read-xlsx.ts');
  return readXlsx(parts, name);
}
