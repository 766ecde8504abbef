import { oneOf, wordList } from '../text/patterns.ts';

/** Units that count things one by one. */
const COUNTED = wordList`
  家次 户次 人次 轮次 标段 组团 条线 个工作日 工作日 个百分点 百分点 个 家 户 处 座 所 条
  台套 台 套 名 人 项 件 场次 场 辆 盏 对 间 张 组 根 株 批次 批 次 宗 部 支 艘 架 只 头 口
  位 栋 幢 段 类 门 篇 期 班 轮 企业 车次 箱 标箱 天 小时 分钟 层 倍 枚 例 本 册 节 届 片 块
  床 席 公顷 万亩
`;

/** Units that measure an extent. */
const MEASURED = wordList`
  微克/立方米 毫克/升 毫克/立方米 平方公里 平方千米 平方米 立方米 公里 千米 米 亩 吨标准煤
  吨标煤 吨/日 吨 千瓦时 千瓦 兆瓦 度 升 斤 公斤 千克 TEU 标准煤
`;

const MONEY = wordList`
  亿美元 万美元 美元 亿欧元 万欧元 欧元 亿港元 万港元 港元 亿元 万元 千万元 元 亿
`;

/** Scale words that stay with the unit as printed (`万平方米`). */
const SCALE = '(?:万亿|千万|百万|亿|万|千|百)?';

const PER = '(?:/(?:人|亩|户|年|日|天|平方米|月))?';

/** Source for a unit behind a number. */
export const UNIT = `(?:%|‰|${oneOf(MONEY)}${PER}|${SCALE}${oneOf(COUNTED, MEASURED)}${PER})`;

const measured = new RegExp(`^${SCALE}${oneOf(MEASURED, '公顷', '万亩')}${PER}$`, 'u');
const yuan = /^(?:亿元|千万元|万元|元|亿)$/u;

export const isMeasured = (unit: string): boolean => measured.test(unit);

const YUAN: Readonly<Record<string, number>> = {
  亿元: 1e8,
  亿: 1e8,
  千万元: 1e7,
  万元: 1e4,
  元: 1,
};

/** Yuan in one of `unit`, or undefined if the unit is not a sum of yuan. */
export const yuanIn = (unit: string): number | undefined =>
  yuan.test(unit) ? YUAN[unit] : undefined;
