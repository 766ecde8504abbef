import type { MappedText, TextSpan } from './mapped-text.ts';
import { noiseIn } from './noise.ts';
import { plainYears } from './plain-years.ts';
import { softBreaks } from './soft-breaks.ts';

/** Western marks that Chinese text uses in place of its own. */
const MARKS: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '?': '？',
  '!': '！',
  '〔': '（',
  '〕': '）',
  '［': '（',
  '］': '）',
  '﹒': '.',
  '·': '·',
  '‘': '“',
  '’': '”',
  '「': '“',
  '」': '”',
};

/**
 * `text` between `start` and `end` as the rules read it: digits and marks of one
 * width, no blanks inside Chinese, broken numbers and wrapped lines joined. Line
 * feeds remain only between paragraphs.
 */
export function cleanView(text: string, { start, end }: TextSpan): MappedText {
  const part = text.slice(start, end);
  const noise = noiseIn(part);
  const blanked = blank(part, noise);
  const soft = softBreaks(blanked, noisyLines(part, noise));
  const characters: string[] = [];
  const at: number[] = [];
  for (let index = 0; index < blanked.length; index += 1) {
    const character = blanked[index] ?? '';
    if (character === '\n' ? soft.has(index) : isDropped(blanked, index)) continue;
    characters.push(partsPoints(blanked, index) ? '\n' : plain(character));
    at.push(start + index);
  }
  return wholeNumbers(characters, at);
}

/** Starts of the lines that hold `noise`, which is in order. */
function noisyLines(text: string, noise: readonly TextSpan[]): ReadonlySet<number> {
  const starts = new Set<number>();
  let start = 0;
  let end = text.indexOf('\n');
  for (const span of noise) {
    while (end >= 0 && end < span.start) {
      start = end + 1;
      end = text.indexOf('\n', start);
    }
    starts.add(start);
  }
  return starts;
}

/** Noise becomes blanks of the same length, so that every index stays true. */
function blank(text: string, noise: readonly TextSpan[]): string {
  let out = '';
  let from = 0;
  for (const span of noise) {
    out += text.slice(from, span.start);
    out += text
      .slice(span.start, span.end)
      .replace(/[^\n]/gu, ' ')
      .slice(0, span.end - span.start);
    from = span.end;
  }
  return out + text.slice(from);
}

const LETTER = /[A-Za-z]/;

/** Blanks are kept only between words of a Western language. */
function isDropped(text: string, index: number): boolean {
  const character = text[index] ?? '';
  if (!/\s/.test(character) || partsPoints(text, index)) return false;
  return !(LETTER.test(text[index - 1] ?? '') && LETTER.test(text[index + 1] ?? ''));
}

/** 债务 1. 2 亿元 is one number with a blank in it. */
const NEXT_POINT =
  /^(?:\d{1,2}[.、．](?!\d(?!0\d{2}))(?!\s?\d{1,2}\s?(?:亿|万|%|％|公里))|[（(]\d{1,2}[）)]|[①-⑳])/u;

/** A single blank between a word and the number of the next point: …12个 2.完成…. */
function partsPoints(text: string, index: number): boolean {
  if (text[index] !== ' ' && text[index] !== '\t' && text[index] !== '\u3000') return false;
  return (
    /[\u4e00-\u9fff”）]/u.test(text[index - 1] ?? '') &&
    NEXT_POINT.test(text.slice(index + 1, index + 12))
  );
}

function plain(character: string): string {
  const code = character.charCodeAt(0);
  const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
  return MARKS[character] ?? MARKS[narrow] ?? narrow;
}

/** Thousands marks dropped, O read as 0 among digits, 二〇二二年 as 2022年. */
function wholeNumbers(characters: readonly string[], at: readonly number[]): MappedText {
  const joined = plainYears(characters.join('')).replace(
    /(?<=\d)[OoＯ](?=[\d.%万亿千百个家户处座条套台公平米亩吨])/gu,
    '0',
  );
  if (!/\d，\d{3}/u.test(joined)) return { text: joined, at };
  const marks = new Set(
    [...joined.matchAll(/(?<=\d)，(?=\d{3}(?!\d))/gu)].map((match) => match.index),
  );
  return {
    text: joined
      .split('')
      .filter((_, index) => !marks.has(index))
      .join(''),
    at: at.filter((_, index) => !marks.has(index)),
  };
}
