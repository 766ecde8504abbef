import { oneOf, pattern, wordList } from '../text/patterns.ts';

/** Words for works that are built in numbers and have no name of their own. */
const GENERIC_OBJECTS = wordList`
  农村 城市 城区 城镇 老旧 各类 标准 高标准 闲置 低效 供水 供热 供气 燃气 污水管 雨污 雨水 管网 管道
  绿地 绿道 公共 普惠 乡村 公路 土地 厂房 道路 林 水土 危桥 危房 河道 渠道 茶园 耕地 果园 面积 存量
  批而未供 街巷 小区 人才 保障性 经济林 营造 盘活 收储
`;
const GENERIC_OBJECT = new RegExp(oneOf(GENERIC_OBJECTS), 'u');

/** Nouns behind the name of one work. */
const WORK_NOUNS = wordList`
  路 大道 大街 大桥 桥 高速 铁路 快速路 通道 连接线 水库 园 片区 基地 中心 水厂 厂区 站 工程 项目
  [一二三四五]期 枢纽 河 湖
`;
const NAMED = pattern`[\u4e00-\u9fff]{2}${oneOf(WORK_NOUNS)}`;

/** Whether `object`, the words in front of a size, names one work: 金湖大道3.2公里. */
export const isNamedWork = (object: string): boolean =>
  NAMED.test(object) && !GENERIC_OBJECT.test(object) && !/率|产值|产量|总量/u.test(object);
