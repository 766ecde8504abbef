import { ANY_NUMBER, CHINESE_NUMBER, numberOf } from './numerals.ts';
import { UNIT } from './quantity-units.ts';
import type { Span } from './view.ts';

/** What a number is, told by the words around it. */
export type QuantitySort =
  | 'level'
  | 'rate'
  | 'rank'
  /** A class of projects by size: 30亿元以上项目. */
  | 'size-class'
  /** A size of something that is there already: 总投资8亿元, 2栋厂房. */
  | 'description'
  /** Counts names that were just listed: 等3家企业. */
  | 'recount';

export type Comparator = 'ge' | 'le' | 'eq' | 'rank-le' | 'growth';

export type Quantity = Span & {
  readonly sort: QuantitySort;
  readonly value: number;
  readonly unit: string;
  readonly comparator: Comparator;
  readonly rule: string;
};

type Surroundings = { readonly before: string; readonly after: string; readonly unit: string };

type SortRule = {
  readonly id: string;
  readonly sort: QuantitySort;
  readonly holds: (around: Surroundings) => boolean;
};

const CLASS_HEAD =
  '(?:[\\u4e00-\\u9fff“”]{0,8}?)(?:项目|企业|产业|园区|集群|工程|商品|品牌|街区|镇|村|客商|订单|单体)';

/** In the order they are tried. */
export const sortRules: readonly SortRule[] = [
  {
    id: 'quantity.size-class',
    sort: 'size-class',
    holds: ({ before, after, unit }) =>
      /元$|亿$/u.test(unit) &&
      (new RegExp(`^(?:以上|及以上|级|以下)?(?:的|级)?${CLASS_HEAD}`, 'u').test(after) &&
        !/(?:完成|实现|达到?|争取)$/u.test(before)),
  },
  {
    id: 'quantity.total-investment',
    sort: 'description',
    holds: ({ before }) =>
      /(?:总投资|概算|估算|规模|占地|占地面积|总面积|建筑面积|建筑总面积|总长|全长|项目投资|日处理|日供水|年产|年产值|处理能力|库容|装机|容量|层高|宽)(?:约|达|为|能力|面积)?$/u.test(
        before,
      ),
  },
  {
    id: 'quantity.attribute',
    sort: 'description',
    holds: ({ before, after }) =>
      /^(?:以上|以下|左右|多)?(?:的|级)(?!目标|任务|增速|增长)/u.test(after) &&
      !/(?:新增|新建|引进|培育)$/u.test(before),
  },
  { id: 'quantity.round-the-clock', sort: 'description', holds: ({ before, unit }) => /小时$/u.test(unit) && !/[至到内在]$/u.test(before) },
  {
    id: 'quantity.resource',
    sort: 'description',
    holds: ({ before }) => /(?:利用|依托|现有|已有|原有|基础上|剩下|全国|世界|全球)[^，；]{0,12}$/u.test(before),
  },
  {
    id: 'quantity.base',
    sort: 'description',
    holds: ({ before, after }) =>
      /(?:去年|上年|从|由)[^，；]{0,10}$/u.test(before) && /^(?:以上)?(?:的?基础上|增|提|扩|降|下|减|到|至|压)/u.test(after),
  },
  {
    id: 'quantity.recount',
    sort: 'recount',
    holds: ({ before }) => /等(?:共|共计|合计)?$/u.test(before),
  },
  {
    id: 'quantity.growth',
    sort: 'rate',
    holds: ({ before, unit }) =>
      /^(?:%|个?百分点|倍)$/u.test(unit) &&
      /(?:增长|增速|增幅|增加|提高|提升|上升|下降|降低|减少|降幅|回落|压减|缩减|压降|削减)(?:率|幅度|了|约|超过?|达|达到|为|保持在?|控制在|力争|突破|不低于|不少于|高于|在|，)*$/u.test(before),
  },
  { id: 'quantity.level', sort: 'level', holds: () => true },
];

const GE_BEFORE = /(?:不少于|不低于|至少|超过?|突破|高于|大于|多于|不小于|超出)(?:了|到)?(?:约)?$/u;
const LE_BEFORE = /(?:不超过|不高于|不多于|低于|少于|小于|控制在|压缩至|压缩到|缩短至|缩短到|压减至|降至|降到)$/u;
const GE_AFTER = /^(?:及)?以上|^多(?:个|家|户)?/u;
const LE_AFTER = /^(?:及)?(?:以内|以下|之内)/u;
const FALLS = /(?:下降|降低|减少|降幅|回落|压减|缩减|压降|削减)[^，；]{0,6}$/u;

function comparatorOf(sort: QuantitySort, { before, after }: Surroundings): Comparator {
  if (sort === 'rate') return 'growth';
  if (LE_AFTER.test(after)) return 'le';
  if (GE_AFTER.test(after)) return 'ge';
  if (/(?:不少于|不低于)$/u.test(before)) return 'ge';
  if (LE_BEFORE.test(before)) return 'le';
  return GE_BEFORE.test(before) ? 'ge' : 'eq';
}

const RANGE = `(?:%?(?:—|–|-|~|至)\\d+(?:\\.\\d+)?)?`;
const NUMBERED = new RegExp(
  `(?<!第|[\\d.年号〔“]|G|S|X|(?:一|二|三|四)线)(?<number>\\d+(?:\\.\\d+)?|${CHINESE_NUMBER})${RANGE}(?:余|多)?(?<unit>${UNIT})`,
  'gu',
);
const RANKED = new RegExp(
  `(?:(?<=进|入|列|居|至|到|持|争|在|排名|位次|位居|全省|全市|全国|全县|均|，|、|“|于|是|为|跻身)前(?!(?:进|移)?${CHINESE_NUMBER}?(?:季度|个?月|期|年))(?<number>${ANY_NUMBER})(?:位|名|强)?|(?:排名|排位|位列|位居|名列|列|居|保持)(?:全省|全市|全国|全县|全州)?第(?<place>${ANY_NUMBER})(?:位|名)?)(?!季度|个月|批|期)`,
  'gu',
);

/** The quantities of `text` in order, ranks among them. */
export function findQuantities(text: string): readonly Quantity[] {
  const ranks = [...text.matchAll(RANKED)].flatMap((match) => rankOf(match));
  const numbers = [...text.matchAll(NUMBERED)].flatMap((match) => quantityOf(match, text));
  const apart = numbers.filter(
    (one) => !ranks.some((rank) => one.start < rank.end && rank.start < one.end),
  );
  return [...ranks, ...apart].toSorted((a, b) => a.start - b.start);
}

function rankOf(match: RegExpExecArray): readonly Quantity[] {
  const value = numberOf(match.groups?.['number'] ?? match.groups?.['place'] ?? '');
  if (!(value > 0)) return [];
  const span = { start: match.index, end: match.index + match[0].length };
  const rule = 'quantity.rank';
  return [{ ...span, sort: 'rank', value, unit: '位', comparator: 'rank-le', rule }];
}

/** Chinese numerals that are part of a word or a manner of speaking, no count. */
const IDIOM =
  /^(?:[一两几百千]批|[一二三]次(?!$|，|。|、|以上|调度|会|活动)|一[个项件次场位名人条家步套片户门张组块对类部本期轮]|一(?:体|系列|揽子|站|网)|三[个位级类]|百[强家姓]|千[家亿]|十[强大佳])/u;
const COUNTING_VERB =
  /(?:新建|建成|新增|引进|创建|培育|举办|打造|改造|完成|建设|开展|召开|组织|实施|设立|评选|落地|认定|招引|招聘|聘请|启动|再建|各|续建|扩建|签约|申报|获批|取得|拍摄|推出|打通|增设|修建|竣工|开工)[^，；、]{0,12}$/u;

function quantityOf(match: RegExpExecArray, text: string): readonly Quantity[] {
  const number = match.groups?.['number'] ?? '';
  const printed = match.groups?.['unit'] ?? '';
  const start = match.index;
  const end = start + match[0].length;
  const around = { before: text.slice(Math.max(0, start - 48), start), after: text.slice(end, end + 32), unit: printed };
  if (!isCount(number, match[0], around)) return [];
  const rule = sortRules.find(({ holds }) => holds(around));
  if (!rule) return [];
  const sign = rule.sort === 'rate' && FALLS.test(around.before) ? -1 : 1;
  const unit = printed === '亿' ? '亿元' : printed;
  return [
    {
      start,
      end: end + (/^(?:及)?(?:以上|以内|以下|之内|左右)/u.exec(around.after)?.[0].length ?? 0),
      sort: rule.sort,
      value: sign * numberOf(number),
      unit: unit === '百分点' ? '个百分点' : unit,
      comparator: comparatorOf(rule.sort, around),
      rule: rule.id,
    },
  ];
}

/** Whether a numeral counts something: digits do, words only behind a verb that makes things. */
function isCount(number: string, whole: string, { before, after, unit }: Surroundings): boolean {
  if (/^(?:人|度|期|类|位|层|节|本|部)$/u.test(unit) && !/^\d/u.test(number)) return false;
  if (/^(?:期|度|类|班|层|届)$/u.test(unit) && !/^(?:，|。|；|、|以上|$)/u.test(after)) return false;
  if (/^\d/u.test(number)) return !/^(?:期)$/u.test(unit);
  if (Number.isNaN(numberOf(number))) return false;
  if (/批$/u.test(whole)) return false;
  if (IDIOM.test(whole + after.slice(0, 1))) return COUNTING_VERB.test(before) && /^(?:$|，|。|；|、)/u.test(after);
  return COUNTING_VERB.test(before);
}
