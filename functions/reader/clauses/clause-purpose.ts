import { oneOf, pattern, wordList } from '../text/patterns.ts';

/** Clauses that only give the purpose or effect of the previous one. */

const OFFERED = oneOf(wordList`提供 实施 开展 发放 配备 办理 安装 建设 解决`);
const SUPPORTED = oneOf(wordList`保障 支撑 动力 服务 支持 条件 基础 空间 要素 护航 助力`);

/** 从而, 以便, 为…: starts with a word of purpose. */
export const PURPOSE_WORD = pattern`
  ^(?:
    从而|用于|进而|以便|以此|
    为(?!
      民|企业(?:引进|解决|办|争取|新增)|\d|困难|符合|
      .{0,14}${OFFERED}(?!.{0,10}${SUPPORTED})
    )|
    让|使|不断(?:提升|提高|增强|满足|激发|壮大|扩大)|
    以(?!.{1,24}为(?:原则|导向|基础)).{1,24}(?:推动|促进|带动|助推|保障|引领)
  )
`;

const ADVERBS = wordList`
  进一步 切实 全面 有效 不断 持续 着力 真正 努力 大力 有力 更好 充分 积极 推动 推进
`;
const EFFECT_VERBS = wordList`
  提升 提高 增强 激发 促进 助力 助推 夯实 壮大 扩大 满足 方便 便利 防治 防止 减少 降低 营造
  带动 赋能 释放 筑牢 厚植 擦亮 打响 塑造 维护 丰富 改善 拉动 缓解 彰显 增添 注入 点燃 惠及 受益
`;
const SECURED = oneOf(wordList`
  需求 需要 供应 权益 稳定 安全过冬 健康 进度 质量 出行 落到实处 见效 实效 万无一失
  如期完成 按期完成
`);
const ACHIEVED = oneOf(wordList`
  良性循环 双赢 共赢 突破 双提升 有机统一 新跨越 高质量发展 目标
`);
const CREATED = oneOf(wordList`高地 样板 标杆 名片 品牌 环境 引擎 增长极 示范区 升级版`);

/** 提升…, 形成…合力: starts with an effect. */
export const TAIL_VERB = pattern`
  ^${oneOf(ADVERBS)}*(?:
    ${EFFECT_VERBS.join('|')}|
    (?:保障|确保)[^，]{0,16}${SECURED}|
    形成.{0,16}(?:格局|合力|氛围|态势|局面|效应)|
    实现.{0,24}${ACHIEVED}$|
    打造[^，]{0,30}${CREATED}|
    (?:推动|推进|促进)[^，]{0,24}(?:发展|提升|升级|转型|增长|融合|振兴|见效)$|
    做到[^，]{0,12}(?:不|全|有|到位)|发挥.{0,12}作用|抢占|树立|展现|
    提供.{0,12}(?:保障|支撑|动力|条件|基础|支持)
  )
`;
