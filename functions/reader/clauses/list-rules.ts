import { oneOf, pattern, wordList } from '../text/patterns.ts';
import { ADVERBS, DONE_VERBS, STANDING_VERBS, WORK_NOUNS } from '../text/vocabulary.ts';

export type ListFacts = {
  readonly parts: readonly string[];
  readonly counted: readonly boolean[];
  readonly dated: readonly boolean[];
};

/** `split.…` makes every element a task, `keep.…` leaves the list in one. */
type ListRule = { readonly id: string; readonly holds: (facts: ListFacts) => boolean };

const VERB = oneOf(DONE_VERBS, STANDING_VERBS);
const HEAD_VERB = new RegExp(`${VERB}(?:了|好|并)?`, 'u');
const STARTS_WITH_VERB = new RegExp(`^${oneOf(ADVERBS)}*${VERB}`, 'u');
const STARTS_DONE = new RegExp(`^${oneOf(ADVERBS)}*${oneOf(DONE_VERBS)}`, 'u');
const DONE = new RegExp(oneOf(DONE_VERBS), 'u');
const ENDS_AS_WORK = new RegExp(`${oneOf(WORK_NOUNS, '[”》）]')}$`, 'u');

/** Verbs of winning and attending to a client. */
const CLIENT_VERBS = wordList`
  紧盯 盯紧 盯住 跟进 跟踪 追踪 支持 对接 拜访 走访 赴 服务 帮助 推动 指导 放在 聚焦 引进 瞄准
  推进 加快 驻点 前往 奔赴
`;
const CLIENT = pattern`^(?:.{0,8})${oneOf(CLIENT_VERBS)}`;

/** Nouns that name a class, not one work or firm. */
const CLASS_NOUNS = wordList`
  企业 群众 高校 院所 商会 协会 部门 单位 机构 产业 行业 领域 区域 地区 主体 人才 人员 群体 法律
  法规 环节 要素 规模 研发 生产 销售 资源 市场 国内 国外 境外 省外 省内 县域 城乡 线上 线下 财务
  税务 教育 医疗 养老 就业 餐饮 娱乐 购物 力量 资金 技术 问题 方面
`;
const GENERIC = pattern`${oneOf(CLASS_NOUNS)}$`;

/** What stands behind 等 where a list gives examples. */
const SCOPE_NOUNS = wordList`
  方面 问题 配套 领域 环节 资料 内容 情况 因素 要素 类 行业 重点区域 地区 重点地区 工作 手续 措施
  方式 形式 渠道 服务 行为 污染 风险 功能 业态 产业 需求 活动 部门 人群 群体 人员 企业 事项 违法
  重点 公共 基础设施 公共设施 便民 设备 条件 制度改革
`;
const SCOPE = pattern`等(?:\S{0,6})?${oneOf(SCOPE_NOUNS)}`;
const KINDS = /(?:[二三四五六七八九两十]|\d)(?:大|类|种|个方面|方面|个环节|条线|项机制|化)/u;

/** The object of the first element: what follows its verb, or the whole when it has none. */
function objectOf(part: string): string {
  const verb = HEAD_VERB.exec(part);
  if (verb) return part.slice(verb.index + verb[0].length);
  return part.replace(/^(?:针对|在|对|向|与|于|从)/u, '');
}

function objectsOf({ parts }: ListFacts): readonly string[] {
  return parts.map((part, index) => (index === 0 ? objectOf(part) : part));
}

const many = (flags: readonly boolean[]): boolean => flags.filter(Boolean).length >= 2;

const lastOf = ({ parts }: ListFacts): string => parts.at(-1) ?? '';

/** The last name of a list is the part in front of 等. */
const headsOf = (facts: ListFacts): readonly string[] => objectsOf(facts).slice(0, -1);

const isNameList = (facts: ListFacts): boolean =>
  headsOf(facts).every((name) => name.length >= 2 && name.length <= 24 && !GENERIC.test(name));

const firstPart = ({ parts }: ListFacts): string => parts[0] ?? '';

/** In the order they are tried. */
export const listRules: readonly ListRule[] = [
  { id: 'split.counted', holds: ({ counted }) => many(counted) },
  {
    id: 'keep.collective',
    holds: ({ parts, counted }) => !many(counted) && parts.every((part) => part.startsWith('各')),
  },
  { id: 'split.dated', holds: ({ dated }) => many(dated) },
  {
    id: 'split.batches',
    holds: ({ parts }) => parts.every((part) => /一批/u.test(part)) && parts.length > 1,
  },
  {
    id: 'split.steps',
    holds: (facts) =>
      firstPart(facts).startsWith('通过') &&
      !/等(?:方式|形式|途径|渠道|手段|措施|办法)/u.test(lastOf(facts)),
  },
  { id: 'keep.verbs-of-one-object', holds: (facts) => headsOf(facts).some((name) => name === '') },
  {
    id: 'split.verbs-with-objects',
    holds: ({ parts }) =>
      parts.every((part) => part.length >= 5 && STARTS_DONE.test(part)) && parts.length > 1,
  },
  {
    id: 'keep.verb-list',
    holds: ({ parts }) => parts.every((part) => STARTS_WITH_VERB.test(part) && part.length >= 3),
  },
  {
    id: 'split.namely',
    holds: (facts) =>
      /^(?:即|包括|分别是|分别为)/u.test(firstPart(facts)) && ENDS_AS_WORK.test(lastOf(facts)),
  },
  { id: 'keep.kinds', holds: (facts) => KINDS.test(lastOf(facts)) },
  {
    id: 'split.named-and-counted',
    holds: (facts) =>
      /等(?:\d+|[一二三四五六七八九十两]+)(?:个|家|条|项|座|所|处|位)/u.test(lastOf(facts)) &&
      headsOf(facts).every((name) => name.length >= 2 && !GENERIC.test(name)),
  },
  {
    id: 'split.projects-among-others',
    holds: (facts) =>
      /等(?:一批)?(?:重点|重大|标志性)?(?:项目|工程)/u.test(lastOf(facts)) &&
      headsOf(facts).every((name) => name.length >= 4 && !GENERIC.test(name)),
  },
  { id: 'split.firms', holds: (facts) => namesClients(facts) && isNameList(facts) },
  { id: 'keep.scope', holds: (facts) => SCOPE.test(lastOf(facts)) && !everyWork(facts) },
  {
    id: 'keep.attributes',
    holds: ({ parts }) => parts.slice(1).some((part) => /^[^的]{1,8}的[^的]{2,}/u.test(part)),
  },
  {
    id: 'split.listed-works',
    holds: (facts) => everyWork(facts) && !/^(?:以|按照|根据)/u.test(firstPart(facts)),
  },
  {
    id: 'split.clients',
    holds: (facts) =>
      CLIENT.test(firstPart(facts)) &&
      isNameList(facts) &&
      headsOf(facts).every(
        (name) => name.length >= 2 && name.length <= 10 && !name.includes('的'),
      ) &&
      !/等/u.test(lastOf(facts)),
  },
  {
    id: 'split.done-objects',
    holds: (facts) =>
      DONE.test(firstPart(facts)) && isNameList(facts) && !/等/u.test(lastOf(facts)),
  },
  {
    id: 'split.subjects',
    holds: (facts) =>
      !HEAD_VERB.test(firstPart(facts)) &&
      isNameList(facts) &&
      DONE.test(lastOf(facts)) &&
      !/等(?!\d)/u.test(lastOf(facts)) &&
      !/每/u.test(lastOf(facts)),
  },
  { id: 'keep.words', holds: () => true },
];

/** 紧盯甲、乙、丙等龙头企业: firms by name, each to be won for itself. */
const namesClients = (facts: ListFacts): boolean =>
  /紧盯|盯紧|盯住|跟进|对接|拜访|走访/u.test(firstPart(facts)) &&
  /等(?:行业|国内|知名|重点|一批)*(?:龙头|头部|链主|领军|央企|上市)[\u4e00-\u9fff]{0,2}(?:企业|公司)?$/u.test(
    lastOf(facts),
  );

const everyWork = (facts: ListFacts): boolean =>
  headsOf(facts).every(
    (name) => name.length >= 2 && ENDS_AS_WORK.test(name) && !GENERIC.test(name),
  );
