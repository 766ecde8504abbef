import { oneOf } from './patterns.ts';
import { ADVERBS, DONE_VERBS, STANDING_VERBS } from './vocabulary.ts';

const LEADING_ADVERBS = new RegExp(`^${oneOf(ADVERBS, '[，、“]')}+`, 'u');
const OPENING_DATE =
  /^[^，。；]{0,14}?(?:底前|月底|月末|前|年内|季度|半年|年底|月份|全年|今年)[，、]?/u;
const STARTS = new RegExp(`^${oneOf(DONE_VERBS, STANDING_VERBS)}`, 'u');

/** 向上争取资金: the word of hope is the verb. */
const OBTAINS = /^[^，]{0,8}争取(?!在)/u;

const bare = (text: string): string => text.replace(LEADING_ADVERBS, '');

/** Whether `text` opens with a verb of its own, ignoring adverbs and a date in front of it. */
export const startsWithVerb = (text: string): boolean =>
  STARTS.test(text) ||
  STARTS.test(bare(text)) ||
  STARTS.test(bare(bare(text).replace(OPENING_DATE, '')));

const DONE = new RegExp(oneOf(DONE_VERBS), 'u');

/** The first verb with an end state in `text`; empty when it has none. */
export const mentionedVerb = (text: string): string => DONE.exec(text)?.[0] ?? '';

/** The verb at the head of `text`, which the elements of its list share. */
export function sharedVerb(text: string): string | undefined {
  const plain = bare(text);
  if (!STARTS.test(plain) && OBTAINS.test(text)) return '争取';
  return (STARTS.exec(plain) ?? STARTS.exec(bare(plain.replace(OPENING_DATE, ''))))?.[0];
}
