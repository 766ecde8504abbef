import { oneOf, pattern, wordList } from '../text/patterns.ts';
import { ADVERBS, DONE_VERBS, STANDING_VERBS, WORK_NOUNS } from '../text/vocabulary.ts';

const VERB = oneOf(DONE_VERBS, STANDING_VERBS);
export const HEAD_VERB = new RegExp(`${VERB}(?:了|好|并)?`, 'u');
export const STARTS_WITH_VERB = new RegExp(`^${oneOf(ADVERBS)}*${VERB}`, 'u');
export const STARTS_DONE = new RegExp(`^${oneOf(ADVERBS)}*${oneOf(DONE_VERBS)}`, 'u');
export const DONE_VERB = new RegExp(oneOf(DONE_VERBS), 'u');
export const ENDS_AS_WORK = new RegExp(`${oneOf(WORK_NOUNS, '[”》）]')}$`, 'u');

/** Verbs of acquiring and serving clients. */
const CLIENT_VERBS = wordList`
  紧盯 盯紧 盯住 跟进 跟踪 追踪 支持 对接 拜访 走访 赴 服务 帮助 推动 指导 放在 聚焦 引进 瞄准
  推进 加快 驻点 前往 奔赴
`;
export const CLIENT = pattern`^(?:.{0,8})${oneOf(CLIENT_VERBS)}`;

/** Nouns that name a class, not one work or firm. */
const CLASS_NOUNS = wordList`
  企业 群众 高校 院所 商会 协会 部门 单位 机构 产业 行业 领域 区域 地区 主体 人才 人员 群体 法律
  法规 环节 要素 规模 研发 生产 销售 资源 市场 国内 国外 境外 省外 省内 县域 城乡 线上 线下 财务
  税务 教育 医疗 养老 就业 餐饮 娱乐 购物 力量 资金 技术 问题 方面
`;
export const GENERIC = pattern`${oneOf(CLASS_NOUNS)}$`;

/** Nouns behind 等 if a list only gives examples. */
const SCOPE_NOUNS = wordList`
  方面 问题 配套 领域 环节 资料 内容 情况 因素 要素 类 行业 重点区域 地区 重点地区 工作 手续 措施
  方式 形式 渠道 服务 行为 污染 风险 功能 业态 产业 需求 活动 部门 人群 群体 人员 企业 事项 违法
  重点 公共 基础设施 公共设施 便民 设备 条件 制度改革
`;
/** 等方面: the list only gives examples. */
export const SCOPE = pattern`等(?:\S{0,6})?${oneOf(SCOPE_NOUNS)}`;
/** 三大类, 五个方面: the list is of kinds. */
export const KINDS = /(?:[二三四五六七八九两十]|\d)(?:大|类|种|个方面|方面|个环节|条线|项机制|化)/u;
