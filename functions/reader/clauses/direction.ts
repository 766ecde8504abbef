import { oneOf, pattern, wordList } from '../text/patterns.ts';
import { isBinding } from './binding.ts';

/** Whether a sentence reviews the past or plans; undefined if its words do not say. */
export type Direction = 'backward' | 'forward' | undefined;

const ALREADY_DONE = wordList`
  [\u4e00-\u9fff]{2}[至到] 于(?!.{0,8}底前) 经 建 完工 封顶 交付 核准 全部 搬迁 关停 招标 完成 开工
  整治 启动 到位 落地 签 有 竣工 实现 形成 入 投 累 争取 全 达 超 获 取得 拆 征 发 通 报 列
`;
const DID = wordList`
  完成 实现 取得 达到 新增 进行 开展 组织 召开 举办 印发 制定 出台 建立 形成 解决 引进 建成 受到
  听取 研究 审议 传达 学习 通报
`;

const PAST = pattern`
  (?:^|，|。)(?:
    过去|(?:去年|上年)(?!.{0,12}基础上)|截至|截止|目前|当前|
    今年以来|一年来|五年来|近年来|几年来|自.{1,16}以来
  )|
  至今|以来，|
  [\u4e00-\u9fff](?:去年|上年)(?:底|末)?(?:完成|实现|新增|建成|开工|竣工|投产)|
  (?<!全年)累计(?!.{0,6}(?:突破|达到|力争))|获评|荣获|被评为|被授予|主持召开|
  (?:均|业|现|都|全部)?已${oneOf(ALREADY_DONE)}|${oneOf(DID)}了|
  占年度(?:计划|目标|任务)的?|占全年|序时进度|完成率(?:为|达)?\d|
  前[一二三四五六七八九十\d]+个月|前(?:三|3)季度|居全[省市县州国]第|
  同比(?:增长|提高|下降)[\d.]+%，(?:高|低|快)于
`;

/** 9处已整治6处，余下3处年底前销号: the rest is still to be done. */
const REMAINS = /(?:余下|剩余|其余|剩下|下一步|下步|下阶段)|将于(?:今年|明年)?/u;

/** 去年建成的公寓: the verb only identifies the object. */
const LAST_YEARS = /(?:去年|上年)(?:底|末)?[^，的]{1,8}的/gu;

const YEAR_FRAME = /^(?<year>20\d{2})年(?!.{0,6}(?:底|末|前|建成|完成\S{0,6}前))/u;

/** 确保年度投资完成率100% looks like a report but is a promise. */
const VOWS = /确保|力争|务必|必须/u;
const ALREADY = /已|截至|去年|上年|过去|获评|荣获/u;

function reports(clause: string): boolean {
  const text = isBinding(clause) ? clause.replace(LAST_YEARS, '') : clause;
  return PAST.test(text) && (!VOWS.test(text) || ALREADY.test(text));
}

/** Whether a review names work that is left to do. */
export const speaksOfRest = (text: string): boolean => REMAINS.test(text) && isBinding(text);

/** The direction that the words of one clause give. */
export function directionOf(text: string, planYear: number): Direction {
  if (REMAINS.test(text)) return 'forward';
  const year = YEAR_FRAME.exec(text)?.groups?.['year'];
  if (Number(year) < planYear || reports(text)) return 'backward';
  return looksForward(text) || Number(year) === planYear ? 'forward' : undefined;
}

const looksForward = (text: string): boolean => isBinding(text) || /^(?:今年|全年)/u.test(text);

/** Whether a half-year or quarter in `sentence` is a period reported on. */
export const isReport = (sentence: string): boolean =>
  /^(?:今年)?(?:上半年|[一二三]季度|1[—-]\d+月)/u.test(sentence) &&
  /同比|累计|已|完成了|实现了|占年度|，增长[\d.]+%/u.test(sentence) &&
  !isBinding(sentence);
