import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { oneLine } from '../../domain/base/one-line.ts';
import { BadInput } from '../../domain/base/problems.ts';
import { formOf } from './forms.ts';
import type { Portal } from './portal.ts';

/** What takes files of a certain size, and says so. */
type Taking = Pick<Portal, 'uploadMegabytes'>;

const MEGABYTE = 1024 * 1024;

/** Bytes of an uploaded file. */
const largestUpload = ({ uploadMegabytes }: Taking): number => uploadMegabytes * MEGABYTE;

/** Bytes of what brings a file: form fields next to it, or base64 in JSON, which takes a third more. */
export const largestUploadBody = (portal: Taking): number => Math.ceil(largestUpload(portal) * 1.4);

/** An uploaded file. */
export type GivenFile = { readonly file: string; readonly bytes: Uint8Array };

/** What stands for the name of a file where a text was pasted. */
const PASTED = '粘贴的文字.txt';

/** Characters of a text that is pasted. */
export const LONGEST_PASTE = 50_000;

/** A pasted text as a file, with line breaks of one kind. @throws {BadInput} if it is empty or too long. */
export function pastedFile(text: string): GivenFile {
  const refuse = (message: string, remedy: string): BadInput =>
    new BadInput([{ place: '粘贴的文字', message, remedy }]);
  if (text.trim() === '') throw refuse('没有粘贴文字', '请把全文贴进来');
  if (Array.from(text).length > LONGEST_PASTE)
    throw refuse('超过 5 万字', '请只留正文，或分几次粘贴');
  return { file: PASTED, bytes: new TextEncoder().encode(text.replaceAll(/\r\n?/gu, '\n')) };
}

/** A form that brings a file, with its other fields. */
export type UploadFields = {
  readonly given: GivenFile;
  readonly fields: Readonly<Record<string, string>>;
};

/**
 * The form that was sent with a file in the field `file`.
 *
 * @throws {BadInput} if there is no file in it, or it is too large.
 * @throws {HTTPException} 400 for a body that is not the form it says it is.
 */
export async function uploadOf(context: Context, portal: Taking): Promise<UploadFields> {
  const { file, ...others } = await formOf(context);
  if (!(file instanceof File) || file.size === 0) {
    throw new BadInput([{ place: '文件', message: '没有选文件', remedy: '请选一个文件再上传' }]);
  }
  const fields = Object.entries(others).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const given = { file: plainName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) };
  refuseLarge(given, portal);
  return { given, fields: Object.fromEntries(fields) };
}

/** @throws {BadInput} for a file that is larger than an upload may be. */
export function refuseLarge({ file, bytes }: GivenFile, portal: Taking): void {
  if (bytes.length <= largestUpload(portal)) return;
  const remedy = '请去掉图片和附件，只留正文，再上传';
  throw new BadInput([{ place: file, message: `文件超过 ${portal.uploadMegabytes} MB`, remedy }]);
}

const LONGEST_NAME = 80;

/** The name of a file as it is shown: without folders, on one line. */
export const plainName = (name: string): string =>
  Array.from(oneLine(name.replace(/^.*[/\\]/su, '')))
    .slice(-LONGEST_NAME)
    .join('')
    .trim() || '文件';

/** Hexadecimal digits: enough that two uploads of one year do not meet. */
const NAME_LENGTH = 12;

/** The name of a file that was sent under `key`: the same only for the same file under the same key. */
export const nameOf = (key: string, { bytes }: GivenFile): string =>
  createHash('sha256').update(`${key}\n`).update(bytes).digest('hex').slice(0, NAME_LENGTH);
