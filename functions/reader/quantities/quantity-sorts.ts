import { oneOf, pattern, wordList } from '../text/patterns.ts';

/** What a number means, by the words around it. */
export type QuantitySort =
  | 'level'
  | 'rate'
  | 'rank'
  /** A class of projects by size: 30亿元以上项目. */
  | 'size-class'
  /** The size of something that exists already: 总投资8亿元, 2栋厂房. */
  | 'description'
  /** Counts names that were just listed: 等3家企业. */
  | 'recount';

export type NumberContext = {
  readonly before: string;
  readonly after: string;
  readonly unit: string;
};

type SortRule = {
  readonly id: string;
  readonly sort: QuantitySort;
  readonly holds: (around: NumberContext) => boolean;
};

const CLASS_HEAD =
  '(?:[\\u4e00-\\u9fff“”]{0,8}?)(?:项目|企业|产业|园区|集群|工程|商品|品牌|街区|镇|村|客商|订单|单体)';

const IS_CLASS = new RegExp(
  `^(?:以上|及以上|级|以下)?(?:(?=(?:≥|不少于|达到?)?\\d+(?:个|家|户))|(?:的|级)?${CLASS_HEAD})`,
  'u',
);

/** 对停工的6个项目逐一会诊: how many there are is not a goal. */
const DEALT_WITH = /^[\u4e00-\u9fff]{2,4}(?:$|，|逐|实行|开展|进行|实施|给予|建立)/u;

/** Nouns whose number is the size of a work. */
const SIZE_NOUNS = wordList`
  总投资 概算 估算 规模 占地 占地面积 总面积 建筑面积 建筑总面积 总长 全长 项目投资 日处理 日供水
  年产 年产值 处理能力 库容 装机 容量 层高 宽
`;
const SIZE = pattern`${oneOf(SIZE_NOUNS)}(?:约|达|为|能力|面积)?$`;

const RISES_AND_FALLS = wordList`
  增长 增速 增幅 增加 提高 提升 上升 下降 降低 减少 降幅 回落 压减 缩减 压降 削减
`;
/** Words between a rise or fall and its number. */
const AMOUNT_WORDS = wordList`
  率 幅度 了 约 超过? 达 达到 为 保持 控制在 力争 突破 不低于 不少于 高于 在 ，
  [\d.]+(?:%|个?百分点)(?:、|和)
`;
const CHANGE = pattern`${oneOf(RISES_AND_FALLS)}${oneOf(AMOUNT_WORDS)}*$`;

/** In the order they are tried. */
export const sortRules: readonly SortRule[] = [
  {
    id: 'quantity.total-investment',
    sort: 'description',
    holds: ({ before }) => SIZE.test(before),
  },
  {
    id: 'quantity.size-class',
    sort: 'size-class',
    holds: ({ before, after, unit }) =>
      /元$|亿$/u.test(unit) && IS_CLASS.test(after) && !/(?:完成|实现|达到?|争取)$/u.test(before),
  },
  {
    id: 'quantity.attribute',
    sort: 'description',
    holds: ({ before, after }) =>
      /^(?:以上|以下|左右|多)?(?:的|级)(?!目标|任务|增速|增长)/u.test(after) &&
      !/(?:新增|新建|引进|培育)$/u.test(before),
  },
  {
    id: 'quantity.round-the-clock',
    sort: 'description',
    holds: ({ before, unit }) => unit.endsWith('小时') && !/[至到内在]$/u.test(before),
  },
  {
    id: 'quantity.resource',
    sort: 'description',
    holds: ({ before }) =>
      /(?:利用(?!外资|内资|率)|依托|现有|已有|原有|基础上|剩下|全国|世界|全球)[^，；]{0,12}$/u.test(
        before,
      ),
  },
  {
    id: 'quantity.dealt-with',
    sort: 'description',
    holds: ({ before, after }) =>
      /(?:^|[，；。])对[^，；]{2,40}的$/u.test(before) && DEALT_WITH.test(after),
  },
  {
    id: 'quantity.after-notice',
    sort: 'description',
    holds: ({ before, unit }) =>
      /日$|天$/u.test(unit) &&
      /(?:收到|接到|印发)(?:本|此)?(?:方案|通知|意见|办法|文件|通报)(?:之日)?(?:起|后)?$/u.test(
        before,
      ),
  },
  {
    id: 'quantity.base',
    sort: 'description',
    holds: ({ before, after }) =>
      /(?:去年|上年|从|由)[^，；]{0,10}$/u.test(before) &&
      /^(?:以上)?(?:的?基础上|增|提|扩|降|下|减|到|至|压)/u.test(after),
  },
  {
    id: 'quantity.recount',
    sort: 'recount',
    holds: ({ before }) => /等(?:共|共计|合计)?$/u.test(before),
  },
  {
    id: 'quantity.growth',
    sort: 'rate',
    holds: ({ before, unit }) => /^(?:%|个?百分点|倍)$/u.test(unit) && CHANGE.test(before),
  },
  { id: 'quantity.level', sort: 'level', holds: () => true },
];
