import { unzipSync } from 'fflate';
import { canonical, steady } from './entry.ts';
import { linesOf } from './page.ts';
import type { Answer } from './visitor.ts';

/** Of a workbook, when it was written by the real clock. */
const WRITTEN = /<dcterms:(\w+)[^>]*>[^<]*<\/dcterms:\w+>/g;
const STYLE = /\/(?:style|app)[-.][\w.-]*(?=["\s])/g;

/** Everything that somebody gets of `answer`, one thing to a line. */
export function textOf({ status, type, location, body }: Answer): string {
  const head = [`status ${status}`, `type ${type}`, ...(location === '' ? [] : [`to ${location}`])];
  return steady([...head, ...bodyLines(type, body)].join('\n'));
}

function bodyLines(type: string, body: Buffer): readonly string[] {
  if (type.includes('html')) return linesOf(body.toString().replaceAll(STYLE, ''));
  if (type.includes('json')) return [canonical(JSON.parse(body.toString()))];
  if (type.includes('spreadsheet')) return partsOf(body);
  return [body.toString()];
}

const partsOf = (book: Buffer): readonly string[] =>
  Object.entries(unzipSync(book)).map(
    ([name, part]) => `${name}\n${Buffer.from(part).toString().replace(WRITTEN, '')}`,
  );
