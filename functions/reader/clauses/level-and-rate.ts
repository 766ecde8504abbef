import { indexIn, type MappedText, placeOf, slice, trim } from '../text/mapped-text.ts';
import { LONGEST_CLAUSE, type Statement } from './statement.ts';

/** Marks at the edges of a clause. */
export const EDGES = '，。；！？、：“”（';

const RATE_ONLY =
  /^(?:同比|比上年|较上年|年均)?(?:力争)?(?:增长|提高|增速|增幅|下降)(?:达到?|约|为)?[\d.]+(?:%|个百分点)(?:以上|左右|以内)?[，。；]?$/u;

/**
 * The statement `before` with the rate that `clause` adds to it; undefined for any other clause.
 * 税收3.6亿元，增长10% is one promise: its quote runs to the end of the rate.
 */
export function withRate(
  before: Statement,
  clause: MappedText,
  segment: MappedText,
): Statement | undefined {
  if (!RATE_ONLY.test(clause.text)) return undefined;
  const from = indexIn(segment, placeOf(before.view).start);
  const to = indexIn(segment, placeOf(trim(clause, EDGES)).end - 1) + 1;
  if (from < 0 || to <= from || to - from > LONGEST_CLAUSE) return undefined;
  return {
    ...before,
    view: slice(segment, from, to),
    rules: [...before.rules, 'merge.level-and-rate'],
  };
}
