import { numberOf } from '../../domain/base/numerals.ts';
import type { PromiseKind } from '../../domain/base/promise.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import type { Measured } from '../quantities/metric.ts';

export type QuestionFacts = {
  readonly text: string;
  readonly clause: string;
  readonly measured: Measured | undefined;
  readonly kind: PromiseKind;
};

type QuestionRule = {
  readonly id: string;
  readonly asks: (facts: QuestionFacts) => string | undefined;
};

/** 甲、乙、丙等3家: the number stated behind a list. */
const LISTED = /等(?<count>\d+|[一二三四五六七八九十])(?:个|家|条|项|座|所)/u;
const LONGEST_LIST = 120;

/** Rates that cannot exceed 100%; the completion of a plan can. */
const SHARE =
  /(?:覆盖|合格|达标|满意|办结|处置|处理|整改|回复|答复|及时|普及|优良|准确|知晓|签约|入园|入住|控制|化解|巩固)率|满意度/u;

/** 下降120%, 覆盖率110%: a share of more than 100%. */
function isBeyondAll({ metric, quantity }: Measured): boolean {
  if (metric.unit !== '%') return false;
  if (quantity.sort === 'rate') return metric.value < -100;
  return metric.value > 100 && SHARE.test(metric.name);
}

const questionRules: readonly QuestionRule[] = [
  {
    id: 'ask.count-differs',
    asks: ({ clause }) => {
      const listed = LISTED.exec(clause);
      if (!listed) return undefined;
      const before = clause.slice(Math.max(0, listed.index - LONGEST_LIST), listed.index);
      const named = (before.split(/[，。；]/u).at(-1) ?? '').split('、').length;
      const said = numberOf(listed.groups?.['count'] ?? '');
      return named > said ? `写的是${said}个，列出的却有${named}个，请核对` : undefined;
    },
  },
  {
    id: 'ask.about',
    asks: ({ text }) =>
      /\d[^，。；]{0,6}左右/u.test(text) ? '“左右”没有上下限，请定允许的偏差' : undefined,
  },
  {
    id: 'ask.unit-missing',
    asks: ({ text }) =>
      /\d亿(?!元|美|欧|港|千|立|度|斤)/u.test(text)
        ? '“亿”后面没有写“元”，按亿元计，请核对'
        : undefined,
  },
  {
    id: 'ask.more-than-all',
    asks: ({ text, measured }) => {
      if (!measured || !isBeyondAll(measured)) return undefined;
      const { start, end } = measured.quantity;
      return `“${text.slice(start, end)}”比全部还多，不可能做到，请核对数字`;
    },
  },
  {
    id: 'ask.total-investment',
    asks: ({ text, measured }) =>
      !measured &&
      findQuantities(text).some(({ sort, unit }) => sort === 'description' && unit.endsWith('元'))
        ? '文中的金额是项目规模，没有当作本项任务的金额，请核对'
        : undefined,
  },
];

export const questionsFor = (facts: QuestionFacts): readonly string[] =>
  questionRules.flatMap(({ asks }) => asks(facts) ?? []);
