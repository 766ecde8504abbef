import type { FoundDate } from '../dates/find-dates.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { oneOf, pattern, wordList } from '../text/patterns.ts';
import { startsWithVerb } from '../text/verbs.ts';
import { isNamed } from './list-kinds.ts';

/** One element of a clause, with its dates and its start. */
export type Piece = {
  readonly view: MappedText;
  /** Its words without the means in front of them. */
  readonly text: string;
  readonly inside: readonly FoundDate[];
  readonly start: number;
};

/** A tail before the last element closes the list: an element after 以及 has its own. */
const tailOf = (text: string): string => TAIL.exec(text.slice(-12))?.[0] ?? '';

type ReadingScene = {
  /** The verb that the list shares; empty when it has none. */
  readonly verb: string;
  /** Whether the clause itself opens without a verb. */
  readonly verbless: boolean;
  readonly rule: string;
};

const TAILS = wordList`
  建设任务 建设工作 设施建设 建设用地 前期工作 全部开工 建设 改造 项目 工程 征地 开工 竣工 投产 投用
  扩建 整治 更新 招标 制度 规划
`;
const TAIL = pattern`${oneOf(TAILS)}$`;

/** Each element as it would read alone: with the list's verb in front and its shared noun behind. */
export function readingsOf(pieces: readonly Piece[], scene: ReadingScene): readonly string[] {
  const texts = pieces.map(({ text }) => text.replace(/^即/u, ''));
  const last = texts.at(-1) ?? '';
  if (texts.length === 1) return [scene.verbless ? scene.verb + last : last];
  if (scene.verbless && scene.verb === '') return withPredicate(texts, last);
  const tail = tailOf(texts.at(-2) ?? '') || tailOf(last);
  return texts.map((text, index) => {
    const closed = index === texts.length - 1 || text.endsWith(tail);
    return headOf(text, index, scene) + text + (closed ? '' : tail);
  });
}

function headOf(text: string, index: number, { verb, verbless, rule }: ReadingScene): string {
  if (index === 0) return verbless ? verb : '';
  return isNamed(rule) || !startsWithVerb(text) ? verb : '';
}

const PREDICATE =
  /(?:等(?:\d+|[一二三四五六七八九十]+)?[个家条项所座]?(?:项目|企业)?|分别|要|于|在)(?<rest>.{2,})$/u;

/** A list of subjects shares what its last one does: 沃特水务等5个项目上半年全部开工. */
function withPredicate(texts: readonly string[], last: string): readonly string[] {
  const predicate = PREDICATE.exec(last)?.groups?.['rest'] ?? last;
  return texts.map((text, index) => (index === texts.length - 1 ? text : text + predicate));
}
