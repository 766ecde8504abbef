/**
 * Characters that show nothing, steer the direction of the text or are no characters at all: controls,
 * formats (bidi, zero width, soft hyphen), fillers and lone surrogates. Line breaks are none of them,
 * nor are the selectors that choose between two forms of one character.
 */
const HIDDEN = /[[\p{Cc}\p{Cf}\p{Cs}\p{DI}\p{NChar}]--[\t\n\v\f\r\u{85}]--\p{VS}]/gv;

/** Characters that some program breaks a line at, and that no person types on purpose. */
const RARE_BREAKS = /[\v\f\u0085\u2028\u2029]/g;

/** `text` as a person sees it, in the lines that `\n` and `\r\n` divide; rarer breaks are blanks. */
export const withoutHidden = (text: string): string =>
  text.replaceAll(HIDDEN, '').replaceAll(RARE_BREAKS, ' ');

/** What somebody typed as one line of what they see: a break is a blank, the ends are trimmed. */
export const oneLine = (text: string): string =>
  withoutHidden(text)
    .replaceAll(/\s+/g, (blanks) => (/[\t\n\r]/.test(blanks) ? ' ' : blanks))
    .trim();

/** What somebody typed as paragraphs, one a line; empty ones are left out. */
export const paragraphs = (text: string): string =>
  text
    .split(/[\n\r]/)
    .map(oneLine)
    .filter((line) => line !== '')
    .join('\n');

const UNSEEN = new RegExp(`${HIDDEN.source}|${RARE_BREAKS.source}|\\r`, 'gv');

/**
 * `text` for a terminal, which obeys some of what nobody sees: that is written out as JSON writes it,
 * so that JSON stays the same and everything else shows where it was.
 */
export const escaped = (text: string): string =>
  text.replaceAll(UNSEEN, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
