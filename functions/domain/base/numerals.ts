const VALUES: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Matches a whole number in Chinese numerals, up to the thousands. Longer runs are not numbers. */
export const CHINESE_NUMBER = '[〇零一二两三四五六七八九十百千]{1,15}';

/** Arabic digits with an optional fraction, no more than a double holds exactly. */
export const DIGITS = '\\d{1,15}(?:\\.\\d{1,15})?';

/** A number in digits, or a whole number in Chinese numerals. */
export const ANY_NUMBER = `(?:${DIGITS}|${CHINESE_NUMBER})`;

/**
 * Parses `12.5`, `十二`, `一百二十`, `二三` (read digit by digit).
 *
 * @returns NaN if `text` is not a number.
 */
export function numberOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  if (!new RegExp(`^${CHINESE_NUMBER}$`).test(text)) return Number.NaN;
  return /[十百千]/.test(text) ? scaled(text) : digitByDigit(text);
}

function scaled(text: string): number {
  let total = 0;
  let digit = -1;
  for (const character of text) {
    const scale = SCALES[character];
    if (scale === undefined) {
      digit = VALUES[character] ?? 0;
    } else {
      total += (digit < 0 ? 1 : digit) * scale;
      digit = 0;
    }
  }
  return total + Math.max(digit, 0);
}

const digitByDigit = (text: string): number =>
  Number(Array.from(text, (character) => VALUES[character] ?? 0).join(''));
