/**
 * Invisible characters: controls, formats (bidi, zero width, soft hyphen), fillers and lone
 * surrogates. Excludes line breaks and variation selectors.
 */
const HIDDEN = /[[\p{Cc}\p{Cf}\p{Cs}\p{DI}\p{NChar}]--[\t\n\v\f\r\u{85}]--\p{VS}]/gv;

/** Rare characters that some programs treat as line breaks. */
const RARE_BREAKS = /[\v\f\u0085\u2028\u2029]/g;

/**
 * `text` without invisible characters. Keeps `\n` and `\r\n`; replaces rarer line breaks with
 * spaces.
 */
export const withoutHidden = (text: string): string =>
  text.replaceAll(HIDDEN, '').replaceAll(RARE_BREAKS, ' ');

/** Normalizes a single-line input: line breaks become spaces, both ends are trimmed. */
export const oneLine = (text: string): string =>
  withoutHidden(text)
    .replaceAll(/\s+/g, (blanks) => (/[\t\n\r]/.test(blanks) ? ' ' : blanks))
    .trim();

/** Splits a multi-line input into paragraphs, one per line. Drops empty ones. */
export const paragraphs = (text: string): string =>
  text
    .split(/[\n\r]/)
    .map(oneLine)
    .filter((line) => line !== '')
    .join('\n');

const UNSEEN = new RegExp(`${HIDDEN.source}|${RARE_BREAKS.source}|\\r`, 'gv');

/**
 * Escapes invisible characters for a terminal as JSON does, so that JSON output stays valid and
 * unchanged.
 */
export const escaped = (text: string): string =>
  text.replaceAll(UNSEEN, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );

/** The names in one line, divided by spaces, commas or 、. */
export const namesIn = (line: string): readonly string[] =>
  line.split(/[\s,，、;；]+/u).filter((name) => name !== '');
