import { withoutHidden } from '../../domain/base/one-line.ts';

/**
 * Decodes UTF-8, UTF-16 with a byte order mark, or GB18030, without invisible characters. A byte
 * order mark is kept, so that positions in the text are those of the file.
 *
 * @returns undefined if `bytes` are not text.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encodings = isWide(bytes) ?? ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    const text = decoded(bytes, encoding);
    if (text !== undefined && !isBinary(text)) return seen(text);
  }
  return undefined;
}

function isWide([first, second]: Uint8Array): readonly string[] | undefined {
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  return undefined;
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const seen = (text: string): string => {
  const [mark = ''] = /^\uFEFF/.exec(text) ?? [];
  return mark + withoutHidden(text);
};

/** Text has no NUL; other control characters are conversion noise. */
const isBinary = (text: string): boolean => text.includes('\0');
