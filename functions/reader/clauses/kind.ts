import type { PromiseKind } from '../../domain/base/promise.ts';
import type { Measured } from '../quantities/metric.ts';
import { isMeasured } from '../quantities/units.ts';
import { oneOf, pattern, wordList } from '../text/patterns.ts';
import { startsWithVerb } from '../text/verbs.ts';
import { WORK_NOUNS } from '../text/vocabulary.ts';
import { hasSoftHead, hasStandingHead, hasStrongHead, hasStrongVerbSoon } from './head-verb.ts';
import { isFunding } from './is-funding.ts';
import { isNamedWork } from './named-work.ts';

export type KindFacts = {
  /** The element with what its list shares, as read. */
  readonly text: string;
  /** The clause it stands in, with the means in front of it. */
  readonly clause: string;
  readonly measured: Measured | undefined;
  readonly recurring: boolean;
  readonly dated: boolean;
};

type KindRule = {
  readonly id: string;
  readonly kind: PromiseKind;
  readonly holds: (facts: KindFacts) => boolean;
};

const PROHIBITION = /^(?:.{0,12}?)(?:严禁|不得|禁止|杜绝|一律不|坚决不|不再新增|不发生|零容忍)/u;
const OPEN_ENDED = /常态化|长期坚持|持续推进|长期|动态清零|全天候/u;
/** The size of a work with a name of its own is no number to reach. */
const isSizeOfWork = ({ text, measured }: KindFacts): boolean =>
  measured !== undefined &&
  isMeasured(measured.metric.unit) &&
  isNamedWork(text.slice(0, measured.quantity.start));

const RELATIVE = pattern`
  (?:不低于|高于|不高于|低于|好于|快于|优于|达到|同步于|持平于?).{0,10}
    (?:平均|全省|全市|全州|全国|全县|上年|去年|同期|水平)|
  基本同步|同步增长|正增长|双(?:下降|提升)|保持.{0,4}增长|第一方阵|位居.{0,6}前列
`;

const END_STATES = wordList`
  开工 复工 竣工 投产 投用 投入使用 投入运营 投入运行 运营 投运 通车 完工 封顶 落地 获批 批复 验收
  入库 挂牌 签约 开园 开业 交付 上线 销号 清零 进场 试生产 试运行 开通 送电 通水 通气 调试 建成 启用
  达标 摘牌 上市 入驻 报批 审定 核准 备案 投入试运行 见效 开放 通航 省级项目库 销户 达产 达效
`;
const END_STATE = pattern`${oneOf(END_STATES)}(?:工作|任务|标准|手续|达效)?$`;

const WORKS_AND_EVENTS = wordList`
  专项整治 普查 演练 试点 论证 前期 扫尾 集群 活动年 建设年 活动 比赛 大赛 赛 展 节
`;
const WORK_STEPS = wordList`
  建设 改造 工作 前期工作 任务 征地 报建 施工 落地 实施 扩建 新建 提升 编制 制定 申报 用地
`;
const WORK_OBJECT = pattern`${oneOf(WORK_NOUNS, WORKS_AND_EVENTS)}(?:的)?${oneOf(WORK_STEPS)}*$`;

const ONGOING_OBJECTS = wordList`
  改革 服务 管理 发展 监管 治理 保护 防治 协同 融合 合作 招商 转型 升级 培训 教育 宣传 落实 审批 执法
  整合 退出 工作 赋权 落地见效 常态化 攻坚战 保卫战 环境
`;
const ONGOING_OBJECT = pattern`${oneOf(ONGOING_OBJECTS)}$`;

const object = (text: string): string =>
  text.replace(/[，。；、：！？）（”]+$/u, '').replace(/（[^）]*）$/u, '');

/** In the order they are tried; the last holds always. */
export const kindRules: readonly KindRule[] = [
  { id: 'kind.prohibition', kind: 'standing', holds: ({ text }) => PROHIBITION.test(text) },
  { id: 'kind.recurring', kind: 'standing', holds: ({ recurring }) => recurring },
  {
    id: 'kind.scope-of-problems',
    kind: 'standing',
    holds: ({ text }) => /等(?:各)?方面的?问题|(?:困难|问题)(?:和|与|、)(?:困难|问题)/u.test(text),
  },
  {
    id: 'kind.strict',
    kind: 'standing',
    holds: ({ text, measured }) =>
      !measured && /^(?:要|必须|进一步)*严(?:格|控|把|守|防|肃|厉)/u.test(text),
  },
  {
    id: 'kind.requirement',
    kind: 'standing',
    holds: ({ text, dated }) =>
      !dated && /(?:项目|企业|单位|人员|部门|干部)(?:一律|必须|应当)/u.test(text),
  },
  { id: 'kind.funding', kind: 'funding', holds: isFunding },
  {
    id: 'kind.open-ended',
    kind: 'standing',
    holds: ({ text, measured, dated }) => !measured && !dated && OPEN_ENDED.test(text),
  },
  { id: 'kind.named-work', kind: 'milestone', holds: isSizeOfWork },
  { id: 'kind.number', kind: 'target', holds: ({ measured }) => measured !== undefined },
  {
    id: 'kind.relative',
    kind: 'target',
    holds: ({ text }) => RELATIVE.test(text) && !/建立|机制/u.test(text),
  },
  { id: 'kind.end-state', kind: 'milestone', holds: ({ text }) => END_STATE.test(object(text)) },
  { id: 'kind.dated', kind: 'milestone', holds: ({ dated }) => dated },
  {
    id: 'kind.continuing-verb',
    kind: 'standing',
    holds: ({ text }) =>
      hasStandingHead(text) && !/建立|设立|前期工作|基金/u.test(text.slice(0, 12)),
  },
  {
    id: 'kind.ongoing-object',
    kind: 'standing',
    holds: ({ text }) =>
      hasSoftHead(text) && ONGOING_OBJECT.test(object(text)) && !object(text).endsWith('前期工作'),
  },
  {
    id: 'kind.work-object',
    kind: 'milestone',
    holds: ({ text }) => hasSoftHead(text) && WORK_OBJECT.test(object(text)),
  },
  {
    id: 'kind.done-verb',
    kind: 'milestone',
    holds: ({ text }) => hasStrongHead(text),
  },
  {
    id: 'kind.soft-then-done',
    kind: 'milestone',
    holds: ({ text }) => hasSoftHead(text) && hasStrongVerbSoon(text),
  },
  { id: 'kind.neither', kind: 'standing', holds: () => true },
];

/** 完成, 出台: opens with a verb that ends something, without number or date. */
export const opensWithDeed = (text: string): boolean =>
  startsWithVerb(text) &&
  kindOf({ text, clause: text, measured: undefined, recurring: false, dated: false }).id ===
    'kind.done-verb';

export function kindOf(facts: KindFacts): { readonly kind: PromiseKind; readonly id: string } {
  const rule = kindRules.find(({ holds }) => holds(facts));
  return { kind: rule?.kind ?? 'standing', id: rule?.id ?? 'kind.neither' };
}
