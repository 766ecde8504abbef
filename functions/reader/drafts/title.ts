import { oneOf, pattern, wordList } from '../text/patterns.ts';
import { startsWithVerb } from '../text/verbs.ts';
import { ADVERBS } from '../text/vocabulary.ts';

/** Adverbs and modals that can be removed without changing the meaning. */
const LIGHT_WORDS = wordList`
  即 要 需 必须 务必 应当 也 还 再 并 且 同时 继续 进一步 切实 认真 积极 大力 全力 全面 深入 扎实
  稳步 有序 持续 不断 抓紧 尽快 逐步 及时 坚决 严格 真正 主动 今年 全年 年内 [，、“：]
`;
const LIGHT = pattern`^${oneOf(LIGHT_WORDS)}+(?=[\u4e00-\u9fff\d“])`;

/** Adverbs of two characters or more: a single one may be the beginning of a name (应急指挥中心). */
const LEADING_ADVERB = pattern`^(?=..)${oneOf(ADVERBS.filter((word) => word.length > 1))}`;

/** A clause with a predicate of its own needs no verb from its neighbors. */
const PREDICATE =
  /要|必须|达到|达|进入|排名|实现|一批$|^(?:通过|以|把|将|由|向|针对|利用|结合|作为)/u;

/** Longest words that an element may take from its list: a verb in front, a noun or a verb behind. */
const LONGEST_HEAD = 4;
const LONGEST_NOUN = 6;
const LONGEST_TAIL = 10;

const LONGEST = 60;

/** Characters in which the last clause is searched: the lookahead takes quadratic time. */
const LONGEST_CLAUSE = 240;

/**
 * A short name for the promise: its own words if they are complete, else with the verb and noun
 * that its list shares.
 *
 * @param reading - the element as it reads alone, with what it shares with its list.
 * @param own - the printed words of the promise.
 */
export function titleOf(reading: string, own: string, isMeasured: boolean): string {
  const light = chosen(reading, own, isMeasured).replace(LIGHT, '');
  const bare = light.replace(/”?总目标$/u, '').replace(/[，。；、：\s]+$/u, '');
  const balanced = bare.includes('“') === bare.includes('”') ? bare : bare.replaceAll(/[“”]/gu, '');
  return balanced.length > LONGEST ? `${balanced.slice(0, LONGEST - 1)}…` : balanced;
}

function chosen(reading: string, own: string, isMeasured: boolean): string {
  if (own.includes(reading)) return reading;
  const clause =
    own
      .slice(-LONGEST_CLAUSE)
      .split(/[，；](?![^“]*”)/u)
      .at(-1) ?? own;
  const light = clause.replace(LIGHT, '');
  const whole = reading.replace(LIGHT, '');
  const at = whole.indexOf(light);
  const isLent = at >= 0 && at <= LONGEST_HEAD && isTail(whole.slice(at + light.length), clause);
  if (!isLent) return clause;
  return at > 0 && saysItself(clause, isMeasured) ? clause : whole;
}

/** A short noun completes any element; a verb only one without a verb of its own. */
const isTail = (tail: string, clause: string): boolean =>
  tail.length <= LONGEST_NOUN ||
  (tail.length <= LONGEST_TAIL && startsWithVerb(tail) && !isDoing(clause));

const isDoing = (clause: string): boolean => startsWithVerb(clause) || LEADING_ADVERB.test(clause);

const saysItself = (clause: string, isMeasured: boolean): boolean =>
  isMeasured ? !/^\d/u.test(clause) : isDoing(clause) || PREDICATE.test(clause);
