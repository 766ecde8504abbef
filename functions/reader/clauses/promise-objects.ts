import { oneOf, pattern, wordList } from '../text/patterns.ts';
import { WORK_NOUNS } from '../text/vocabulary.ts';

/** A level that others set: 高于全省平均. */
export const RELATIVE = pattern`
  (?:不低于|高于|不高于|低于|好于|快于|优于|达到|同步于|持平于?).{0,10}
    (?:平均|全省|全市|全州|全国|全县|上年|去年|同期|水平)|
  基本同步|同步增长|正增长|双(?:下降|提升)|保持.{0,4}增长|第一方阵|位居.{0,6}前列
`;

const END_STATES = wordList`
  开工 复工 竣工 投产 投用 投入使用 投入运营 投入运行 运营 投运 通车 完工 封顶 落地 获批 批复 验收
  入库 挂牌 签约 开园 开业 交付 上线 销号 清零 进场 试生产 试运行 开通 送电 通水 通气 调试 建成 启用
  达标 摘牌 上市 入驻 报批 审定 核准 备案 投入试运行 见效 开放 通航 省级项目库 销户 达产 达效
`;
/** Ends with a state that is reached once. */
export const END_STATE = pattern`${oneOf(END_STATES)}(?:工作|任务|标准|手续|达效)?$`;

const WORKS_AND_EVENTS = wordList`
  专项整治 普查 演练 试点 论证 前期 扫尾 集群 活动年 建设年 活动 比赛 大赛 赛 展 节
`;
const WORK_STEPS = wordList`
  建设 改造 工作 前期工作 任务 征地 报建 施工 落地 实施 扩建 新建 提升 编制 制定 申报 用地
`;
/** Ends with a work or an event. */
export const WORK_OBJECT = pattern`${oneOf(WORK_NOUNS, WORKS_AND_EVENTS)}(?:的)?${oneOf(WORK_STEPS)}*$`;

const ONGOING_OBJECTS = wordList`
  改革 服务 管理 发展 监管 治理 保护 防治 协同 融合 合作 招商 转型 升级 培训 教育 宣传 落实 审批 执法
  整合 退出 工作 赋权 落地见效 常态化 攻坚战 保卫战 环境
`;
/** Ends with a task that never ends. */
export const ONGOING_OBJECT = pattern`${oneOf(ONGOING_OBJECTS)}$`;

/** What a promise ends with: marks and a bracket behind it are ignored. */
export const objectOf = (text: string): string =>
  text.replace(/[，。；、：！？）（”]+$/u, '').replace(/（[^）]*）$/u, '');
